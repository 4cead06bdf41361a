import { Officer } from '#organisation'
import { ALARMS, type GatewaySettings } from '#sms'
import { GatewayLease } from '../models/gateway_lease.ts'
import { GatewayPause } from '../models/gateway_pause.ts'
import { GatewayReport } from '../models/gateway_report.ts'
import { unmatchedReceipts } from '../receipts/unmatched.ts'
import { failureReason } from './failure_reason.ts'
import { isGone, sinceOf, stateOf, type Observed } from './gateway_state.ts'
import { latenciesOf, latencyOf } from './latency.ts'
import { queueOf } from './queue.ts'

/** Those of a gateway itself, and that no text gets through it. */
const ALARM_KINDS: string[] = [...ALARMS, 'failing']

/**
 * All gateways as an IT officer wants to see them, in the order of the settings. Several authorities
 * send through them; who paused one is named at their own alone.
 */
export async function gatewayBoard(gateways: GatewaySettings[], authorityId: number) {
  const [reports, leases, pauses, latencies] = await Promise.all([
    GatewayReport.all(),
    GatewayLease.all(),
    GatewayPause.inForceAt(gateways.map(({ name }) => name)),
    latenciesOf(authorityId),
  ])
  return Promise.all(
    gateways.map(async (settings, position) => {
      const { name } = settings
      const report = reports.find(({ gateway }) => gateway === name) ?? null
      const pause = pauses.find(({ gateway }) => gateway === name) ?? null
      const pausedBy = pause && (await Officer.find(pause.pausedBy))
      const isOurs = pausedBy?.authorityId === authorityId
      return line(settings, {
        report,
        lease: leases.find(({ gateway }) => gateway === name) ?? null,
        pause: pause && { at: pause.pausedAt, by: isOurs ? pausedBy.name : null },
        queue: await queueOf(position),
        strangers: await unmatchedReceipts(name),
        latency: latencyOf(latencies.get(name) ?? []),
      })
    })
  )
}

interface Seen extends Observed {
  queue: Awaited<ReturnType<typeof queueOf>>
  strangers: Awaited<ReturnType<typeof unmatchedReceipts>>
  latency: ReturnType<typeof latencyOf>
}

/** Where it sends to; of an address the host alone, since the rest may hold a secret. */
function hostOf(settings: object) {
  if ('host' in settings && 'port' in settings) return `${settings.host}:${settings.port}`
  return 'url' in settings ? new URL(String(settings.url)).host : null
}

function line({ name, driver, ...settings }: GatewaySettings, seen: Seen) {
  const { report, pause, queue, strangers, latency } = seen
  const state = stateOf(seen)
  const lives = !isGone(state)
  const alarm = (lives && report?.alarm) || null
  return {
    name,
    driver,
    host: hostOf(settings),
    alphabet: settings.alphabet,
    state,
    since: sinceOf(state, seen),
    pause,
    alarm: alarm && { kind: kindOf(alarm), exactly: alarm },
    carriedAt: report?.carriedAt ?? null,
    refusal: report?.refusal
      ? {
          reason: failureReason({ state: 'waiting', fault: report.refusal }),
          exactly: report.refusal,
          at: report.refusedAt,
        }
      : null,
    fault: report?.fault ? { exactly: report.fault, at: report.faultAt } : null,
    inFlight: (lives && report?.inFlight) || 0,
    replies: report?.replies ?? 0,
    queue,
    strangers,
    latency,
  }
}

/** The sentence under `notification.gateways.alarm`; another version may have written another kind. */
function kindOf(alarm: string) {
  const [kind = ''] = alarm.split(' ', 1)
  return ALARM_KINDS.includes(kind) ? kind : 'other'
}
