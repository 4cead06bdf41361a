import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { Officer } from '#organisation'
import { moment, stamp, type Stored } from './clock.ts'
import type { GatewaySettings } from './gateway_settings.ts'
import { GatewayPause } from './models/gateway_pause.ts'
import { GatewayReport } from './models/gateway_report.ts'

/** Counted no further: more than so many is simply more. */
const MOST = 10_000
/** Receipts find their message within moments; so long a stranger is a stranger. */
const STRANGE_AFTER = { minutes: 1 }
/** Of the receipts that came last. */
const LATEST = 500
/** A process that said nothing for so long is not running. */
const SILENT = { seconds: 60 }

const ALARMS = [
  { begins: 'bind refused', words: 'credentials' },
  { begins: 'wrong setting', words: 'setting' },
  { begins: 'no link', words: 'noLink' },
  { begins: 'not reachable', words: 'noLink' },
  { begins: 'paused for', words: 'paused' },
  { begins: 'unforeseen', words: 'unforeseen' },
  { begins: 'unclear answer', words: 'unclear' },
] as const

type Queue = Awaited<ReturnType<typeof queueAt>>
type Latency = ReturnType<typeof latencyOf>

/** All gateways as an IT officer wants to see them, in the order of the settings. */
export async function gatewayBoard(gateways: GatewaySettings[], authorityId: number) {
  const [reports, pauses, latencies] = await Promise.all([
    GatewayReport.all(),
    GatewayPause.query().whereNull('resumed_at').orderBy('id', 'desc'),
    latenciesOf(authorityId),
  ])
  return Promise.all(
    gateways.map(async (settings, turn) => {
      const { name } = settings
      const report = reports.find(({ gateway }) => gateway === name) ?? null
      const pause = pauses.find(({ gateway }) => gateway === name) ?? null
      const pausedBy = pause && (await Officer.find(pause.pausedBy))
      return line(settings, {
        report,
        pause: pause && { at: pause.pausedAt, by: pausedBy?.name ?? '' },
        queue: await queueAt(turn),
        strangers: await strangersAt(name),
        latency: latencyOf(latencies.get(name) ?? []),
      })
    })
  )
}

interface Seen {
  report: GatewayReport | null
  pause: { at: DateTime; by: string } | null
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
  const alarm = report?.alarm ?? null
  return {
    name,
    driver,
    host: hostOf(settings),
    alphabet: settings.alphabet,
    state: stateOf(report, pause !== null),
    since: pause?.at ?? report?.downSince ?? report?.since ?? null,
    pause,
    alarm: alarm && { words: wordsFor(alarm), exactly: alarm },
    fault: report?.fault ? { exactly: report.fault, at: report.faultAt } : null,
    inFlight: report?.inFlight ?? 0,
    replies: report?.replies ?? 0,
    queue,
    strangers,
    latency,
  }
}

export const BOARD_STATES = ['paused', 'silent', 'bound', 'stopped', 'down'] as const

/** In one word what an IT officer has to know first; words under `notification.gateways.state`. */
function stateOf(report: GatewayReport | null, isPaused: boolean): (typeof BOARD_STATES)[number] {
  if (isPaused) return 'paused'
  if (!report || report.reportedAt < DateTime.utc().minus(SILENT)) return 'silent'
  if (report.link === 'bound') return 'bound'
  return report.link === 'closed' && report.alarm ? 'stopped' : 'down'
}

function wordsFor(alarm: string) {
  return ALARMS.find(({ begins }) => alarm.startsWith(begins))?.words ?? 'other'
}

/** What waits for this gateway now, and since when the longest. */
async function queueAt(turn: number) {
  const due = () =>
    db
      .from('messages')
      .where({ channel: 'sms', turn })
      .where('next_at', '<=', stamp(DateTime.utc()))
      .whereIn('state', ['queued', 'waiting'])
  const [rows, first] = await Promise.all([
    db
      .from(
        due()
          .select('id')
          .limit(MOST + 1)
          .as('due')
      )
      .count('* as count'),
    due().select('created_at').orderBy('next_at').orderBy('id').first(),
  ])
  const count = Number(rows[0].count)
  const oldest = first && age(DateTime.utc().diff(moment(first.created_at)).as('minutes'))
  return { count: Math.min(count, MOST), more: count > MOST, oldest: oldest ?? null }
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
