import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { Officer } from '#organisation'
import { moment, stamp, type Stored } from '#shared/dates/stored'
import { ALARMS, type GatewaySettings } from '#sms'
import { GatewayLease } from '../models/gateway_lease.ts'
import { GatewayPause } from '../models/gateway_pause.ts'
import { GatewayReport } from '../models/gateway_report.ts'
import { WAITING } from '../message_states.ts'
import { failureReason } from './failure_reason.ts'

/** Counted no further: more than so many is simply more. */
const MOST = 10_000
/** Receipts find their message within moments; so long a stranger is a stranger. */
const STRANGE_AFTER = { minutes: 1 }
/** Of the receipts that came last. */
const LATEST = 500
/** A living process renews its lease every five seconds. */
const SILENT = { seconds: 10 }
/** Nothing waits longer; receipts are waited for much longer and need not be passed over each time. */
const LONGEST_WAIT = { days: 1 }

/** Those of a gateway itself, and that no text gets through it. */
const ALARM_KINDS: string[] = [...ALARMS, 'failing']

type Queue = Awaited<ReturnType<typeof queueAt>>
type Latency = ReturnType<typeof latencyOf>

/**
 * All gateways as an IT officer wants to see them, in the order of the settings. Several authorities
 * send through them; who paused one is named at their own alone.
 */
export async function gatewayBoard(gateways: GatewaySettings[], authorityId: number) {
  const [reports, leases, pauses, latencies] = await Promise.all([
    GatewayReport.all(),
    GatewayLease.all(),
    GatewayPause.query().whereNull('resumed_at').orderBy('id', 'desc'),
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
        queue: await queueAt(position),
        strangers: await strangersAt(name),
        latency: latencyOf(latencies.get(name) ?? []),
      })
    })
  )
}

interface Seen {
  report: GatewayReport | null
  lease: GatewayLease | null
  pause: { at: DateTime; by: string | null } | null
  queue: Queue
  strangers: number
  latency: Latency
}

/** Where it sends to; of an address the host alone, since the rest may hold a secret. */
function hostOf(settings: object) {
  if ('host' in settings && 'port' in settings) return `${settings.host}:${settings.port}`
  return 'url' in settings ? new URL(String(settings.url)).host : null
}

function line({ name, driver, ...settings }: GatewaySettings, seen: Seen) {
  const { report, pause, queue, strangers, latency } = seen
  const state = stateOf(seen)
  const lives = !GONE.includes(state)
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
          why: failureReason({ state: 'waiting', fault: report.refusal }),
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

export const BOARD_STATES = [
  ...(['ended', 'silent', 'paused', 'stopped', 'failing', 'bound', 'down'] as const),
] as const
type BoardState = (typeof BOARD_STATES)[number]

/** Nobody sends through it. */
const GONE: BoardState[] = ['ended', 'silent']

/** In one word what an IT officer has to know first; words under `notification.gateways.state`. */
function stateOf({ report, lease, pause }: Seen): BoardState {
  if (!lease && report?.link === 'ended') return 'ended'
  if (!lease || !report || lease.renewedAt < DateTime.utc().minus(SILENT)) return 'silent'
  if (pause) return 'paused'
  if (report.link === 'closed' && report.alarm) return 'stopped'
  if (report.failingSince) return 'failing'
  return report.link === 'bound' ? 'bound' : 'down'
}

/** When that began. */
function sinceOf(state: BoardState, { report, lease, pause }: Seen): DateTime | null {
  if (state === 'silent') return lease?.renewedAt ?? report?.reportedAt ?? null
  if (state === 'paused') return pause!.at
  if (state === 'failing') return report!.failingSince
  if (state === 'down') return report!.downSince ?? report!.since
  return report?.since ?? null
}

/** The sentence under `notification.gateways.alarm`; another version may have written another kind. */
function kindOf(alarm: string) {
  const [kind = ''] = alarm.split(' ', 1)
  return ALARM_KINDS.includes(kind) ? kind : 'other'
}

/** What waits for this gateway, also for another try, and since when the oldest of it. */
async function queueAt(position: number) {
  const now = DateTime.utc()
  const waiting = db
    .from('messages')
    .select('created_at', 'next_at')
    .where({ channel: 'sms', position })
    .where('next_at', '<=', stamp(now.plus(LONGEST_WAIT)))
    .whereIn('state', [...WAITING])
    .orderBy('next_at')
    .limit(MOST + 1)
  const [row] = await db
    .from(waiting.as('waiting'))
    .count('* as count')
    .min('created_at as oldest')
    .select(db.raw('sum(case when next_at > ? then 1 else 0 end) as later', [stamp(now)]))
  const count = Number(row.count)
  return {
    count: Math.min(count, MOST),
    more: count > MOST,
    later: Number(row.later ?? 0),
    oldest: row.oldest === null ? null : oldestOf(moment(row.oldest), now),
  }
}

function oldestOf(since: DateTime, now: DateTime) {
  return { since, age: age(now.diff(since).as('minutes')) }
}

/** Receipts for ids that nobody knows: many of them, and the base of the ids is set wrongly. */
async function strangersAt(gateway: string) {
  const before = stamp(DateTime.utc().minus(STRANGE_AFTER))
  const waiting = db
    .from('delivery_receipts')
    .select('id')
    .whereNotNull('next_at')
    .where('gateway', gateway)
    .where('received_at', '<', before)
    .limit(MOST)
  const [{ count }] = await db.from(waiting.as('strangers')).count('* as count')
  return Number(count)
}

/** In the unit that people would say. */
function age(minutes: number) {
  if (minutes < 1) return { unit: 'now', count: 0 }
  if (minutes < 120) return { unit: 'minutes', count: Math.floor(minutes) }
  return { unit: 'hours', count: Math.floor(minutes / 60) }
}

/** Seconds from the operator's yes to the telephone's, of the texts of a day that arrived last. */
async function latenciesOf(authorityId: number) {
  const rows: { gateway: string; sent_at: Stored; final_at: Stored }[] = await db
    .from('messages')
    .select('gateway', 'sent_at', 'final_at')
    .where('authority_id', authorityId)
    .where('final_at', '>=', stamp(DateTime.utc().minus({ days: 1 })))
    .where({ state: 'delivered', channel: 'sms' })
    .orderBy('final_at', 'desc')
    .limit(LATEST)
  const seconds = rows.map(({ gateway, sent_at: sent, final_at: final }) => ({
    gateway,
    seconds: moment(final).diff(moment(sent)).as('seconds'),
  }))
  return Map.groupBy(seconds, ({ gateway }) => gateway)
}

function latencyOf(receipts: { seconds: number }[]) {
  if (receipts.length === 0) return null
  const sorted = receipts.map(({ seconds }) => seconds).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!
  return { median: at(0.5), slow: at(0.95), of: sorted.length }
}
