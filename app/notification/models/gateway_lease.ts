import { DateTime } from 'luxon'
import { GatewayLeaseSchema } from '#database/schema'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'

/** A dead holder's gateway is free again after this; a living one renews in good time. */
export const LEASE = { seconds: 15 }

/**
 * Geçit nöbeti: who sends through a gateway at present; two windows at one operator would be one too
 * many.
 */
export class GatewayLease extends GatewayLeaseSchema {
  /**
   * Takes or keeps the lease until then. The row decides, by a conditional update: on a cluster a
   * lock is granted on two nodes at once (GET_LOCK, measured on Galera), a row's version is not.
   */
  static async take(gateway: string, holder: string, until: DateTime): Promise<boolean> {
    const now = stamp(DateTime.utc())
    try {
      return await transaction(async (trx) => {
        const changed = await trx
          .from('gateway_leases')
          .where('gateway', gateway)
          .where((own) => own.where('holder', holder).orWhere('until', '<', now))
          .update({ holder, until: stamp(until) })
        if (Number(changed) === 1) return true
        if (await trx.from('gateway_leases').where('gateway', gateway).first()) return false
        await trx.table('gateway_leases').insert({ gateway, holder, until: stamp(until) })
        return true
      })
    } catch (error) {
      if (isDuplicate(error, 'gateway_leases') || isDuplicate(error, 'PRIMARY')) return false
      throw error
    }
  }

  /** When its holder was last seen alive. */
  get renewedAt() {
    return this.until.minus(LEASE)
  }

  /** Lets the next one in at once. */
  static async release(gateway: string, holder: string) {
    await this.query().where({ gateway, holder }).delete()
  }
}
