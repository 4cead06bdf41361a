import { DateTime } from 'luxon'
import { GatewayReportSchema } from '#database/schema'
import { isDuplicate } from '#shared/transaction'
import { stamp } from '../clock.ts'
import type { GatewayState } from '../gateways/gateway.ts'

/** A living process reports more often. */
const LATELY = { seconds: 60 }

/** Geçit durumu: what the process that sends through a gateway last said of it. */
export class GatewayReport extends GatewayReportSchema {
  static override primaryKey = 'gateway'

  /** The only row of the gateway; `down_since` begins with the first report that says so. */
  static async write(state: GatewayState) {
    const now = stamp(DateTime.utc())
    const { name, link, since, inFlight, lastFault, alarm, replies = 0, stalledSince } = state
    const said = {
      link,
      since: stamp(DateTime.fromJSDate(since)),
      in_flight: inFlight,
      fault: lastFault?.what.slice(0, 200) ?? null,
      fault_at: lastFault && stamp(DateTime.fromJSDate(lastFault.at)),
      alarm: alarm?.slice(0, 200) ?? null,
      replies,
      reported_at: now,
    }
    const isUp = link === 'bound'
    const stalled = stalledSince ? stamp(DateTime.fromJSDate(stalledSince)) : null
    const own = this.query().where('gateway', name)
    // What an earlier process said of its own link counts no more. Before the others: MariaDB assigns
    // one column after the other.
    const lately = stamp(DateTime.utc().minus(LATELY))
    const from = 'case when reported_at > ? then coalesce(down_since, ?) else ? end'
    const down = isUp ? stalled : own.client.raw(from, [lately, now, now])
    const changed = await own.update({ down_since: down, ...said })
    if (Number(changed) > 0) return
    try {
      const first = { gateway: name, ...said, down_since: isUp ? stalled : now }
      await this.query().client.table('gateway_reports').insert(first)
    } catch (error) {
      // Two lanes of one gateway began at the same moment: the other's word is as good.
      if (!isDuplicate(error, 'gateway_reports') && !isDuplicate(error, 'PRIMARY')) throw error
    }
  }
}
