import { DateTime } from 'luxon'
import { GatewayReportSchema } from '#database/schema'
import { isDuplicate } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { type GatewayState, inWords } from '#sms'
import type { Health } from '../monitoring/health.ts'

/** A living process reports more often. */
const LATELY = { seconds: 60 }

/** What became of texts; absent where nobody judges it. */
type Carried = Pick<Health, 'illSince' | 'alarm' | 'carriedAt' | 'refusal'>

/** Geçit durumu: what the process that sends through a gateway last said of it. */
export class GatewayReport extends GatewayReportSchema {
  static override primaryKey = 'gateway'

  /** Unless its process is long gone: then what it said counts no more. */
  static lately(gateway: string) {
    const lately = stamp(DateTime.utc().minus(LATELY))
    return this.query().where('gateway', gateway).where('reported_at', '>', lately).first()
  }

  /** The only row of the gateway; `down_since` begins with the first report that says so. */
  static async write(state: GatewayState, carried?: Carried) {
    const now = stamp(DateTime.utc())
    const { name, link, since, inFlight, lastFault, replies = 0, downSince } = state
    // Asked once: between two askings its patience may end, and it would be ill without an alarm.
    const illSince = carried?.illSince
    const alarm = state.alarm ?? (illSince && carried.alarm)
    const said = {
      link,
      since: at(since),
      in_flight: inFlight,
      fault: lastFault && inWords(lastFault).slice(0, 200),
      fault_at: lastFault && at(lastFault.at),
      alarm: alarm ? inWords(alarm).slice(0, 200) : null,
      replies,
      failing_since: illSince ? at(illSince) : null,
      ...lastOf(carried),
      reported_at: now,
    }
    const down = downSince && at(downSince)
    const own = this.query().where('gateway', name)
    // What an earlier process said of its own link counts no more. Before the others: MariaDB assigns
    // one column after the other.
    const lately = stamp(DateTime.utc().minus(LATELY))
    const from = 'case when reported_at > ? then coalesce(down_since, ?) else ? end'
    const begins = down && own.client.raw(from, [lately, down, down])
    const changed = await own.update({ down_since: begins, ...said })
    if (Number(changed) > 0) return
    try {
      const first = { gateway: name, ...said, down_since: down }
      await this.query().client.table('gateway_reports').insert(first)
    } catch (error) {
      // Two dispatchers of one gateway began at the same moment: the other's word is as good.
      if (!isDuplicate(error, 'gateway_reports') && !isDuplicate(error, 'PRIMARY')) throw error
    }
  }

  /** The process ends in order: the last that it says. */
  static async end(gateway: string) {
    const now = stamp(DateTime.utc())
    await this.query()
      .where('gateway', gateway)
      .update({ link: 'ended', since: now, in_flight: 0, reported_at: now })
  }
}

/** What another process saw before is not forgotten. */
function lastOf(carried?: Carried) {
  const { carriedAt, refusal } = carried ?? {}
  return {
    ...(carriedAt && { carried_at: at(carriedAt) }),
    ...(refusal && { refusal: refusal.status.slice(0, 200), refused_at: at(refusal.at) }),
  }
}

function at(moment: Date) {
  return stamp(DateTime.fromJSDate(moment))
}
