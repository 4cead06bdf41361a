import { DateTime } from 'luxon'
import { GatewayReportSchema } from '#database/schema'
import { isDuplicate } from '#shared/transaction'
import { stamp } from '../clock.ts'
import type { GatewayState } from '../gateways/gateway.ts'

/** Geçit durumu: what the process that sends through a gateway last said of it. */
export class GatewayReport extends GatewayReportSchema {
  static override primaryKey = 'gateway'

  /** The only row of the gateway; `down_since` begins with the first report that says so. */
  static async write(state: GatewayState) {
    const now = stamp(DateTime.utc())
    const { name, link, since, inFlight, lastFault, alarm, replies = 0 } = state
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
    const own = this.query().where('gateway', name)
    const down = isUp ? null : own.client.raw('coalesce(down_since, ?)', [now])
    const changed = await own.update({ ...said, down_since: down })
    if (Number(changed) > 0) return
    try {
      const first = { gateway: name, ...said, down_since: isUp ? null : now }
      await this.query().client.table('gateway_reports').insert(first)
    } catch (error) {
      // Two lanes of one gateway began at the same moment: the other's word is as good.
      if (!isDuplicate(error, 'gateway_reports') && !isDuplicate(error, 'PRIMARY')) throw error
    }
  }
}
