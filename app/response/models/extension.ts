import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { ExtensionSchema } from '#database/schema'

/** Süre uzatma: a unit wants a later day than was promised; its head decides. */
export class Extension extends ExtensionSchema {
  /** What waits for the head's word, if anything does. */
  static openOf({ id }: { id: number }, trx?: TransactionClientContract) {
    const open = this.query({ client: trx }).where('petition_id', id).whereNull('decided_at')
    return open.orderBy('id', 'desc').first()
  }
}
