import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { ExtensionSchema } from '#database/schema'
import { Charge } from '#intake'
import { stamp } from '#shared/dates/stored'

/** Süre uzatma: a unit wants a later day than was promised; its head decides. */
export class Extension extends ExtensionSchema {
  /**
   * What waits for the head's word, if anything does: asked by the unit in charge since it has it. What
   * a unit asked before it gave the petition back is nobody's to decide any more.
   */
  static openOf(
    petition: { id: number; unitId: number; unitSince: DateTime },
    trx?: TransactionClientContract
  ) {
    return Charge.rowsOf(this.query({ client: trx }), petition)
      .where('asked_at', '>=', stamp(petition.unitSince))
      .whereNull('decided_at')
      .orderBy('id', 'desc')
      .first()
  }
}
