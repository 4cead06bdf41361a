import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { AdditionSchema } from '#database/schema'

/** Of one petition; whoever has more to say calls the bureau. */
export const MOST_ADDITIONS = 20
/** With what the desk writes down besides. */
export const MOST_AT_THE_DESK = 40

/**
 * Ek söz: what a petitioner adds by number and code, words or files or both. Of a tip-off that a unit
 * has it is held until the desk has read it.
 */
export class Addition extends AdditionSchema {
  /** In the order in which they came: forty at most. */
  static of({ id }: { id: number }, trx?: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).orderBy('id')
  }

  /** The desk has read what a petition's were held for. */
  static release({ id }: { id: number }, trx: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).update({ is_held: false })
  }
}
