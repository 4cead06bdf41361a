import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { UnitClosingSchema } from '#database/schema'
import { Unit } from '#organisation'

/** Birimin kapatılması: a unit closed, and who has its petitions; it lasts until all of them are moved. */
export class UnitClosing extends UnitClosingSchema {
  static latestOf(unitId: number, trx?: TransactionClientContract) {
    const query = this.query(trx ? { client: trx } : {})
    return query.where('unit_id', unitId).orderBy('id', 'desc').first()
  }

  /** Those that are not done, the oldest first. */
  static underWay(most: number) {
    return this.query().whereNull('ended_at').orderBy('id').limit(most)
  }

  /**
   * Who has the work now: where the successor was closed as well, the one after it.
   *
   * @returns null when there is none: it goes back to the desk
   */
  async successor() {
    const seen = new Set([this.unitId])
    let at = this.successorId
    while (at !== null && !seen.has(at)) {
      seen.add(at)
      const unit = await Unit.findOrFail(at)
      if (!unit.closedOn) return unit
      at = (await UnitClosing.latestOf(at))?.successorId ?? null
    }
    return null
  }
}
