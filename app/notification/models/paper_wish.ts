import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { PaperWishSchema } from '#database/schema'
import { transaction } from '#shared/database/transaction'

/** Kâğıt isteği: the desk wrote down that a petition's answer is wanted on paper, or no more; the last word counts. */
export class PaperWish extends PaperWishSchema {
  static async isFor({ id }: { id: number }, trx?: Trx) {
    const last = await this.query({ client: trx })
      .where('petition_id', id)
      .orderBy('id', 'desc')
      .first()
    return Boolean(last?.wants)
  }

  /** What is said already is not said again. */
  static say(petition: { id: number }, wants: boolean, officer: { id: number }) {
    return transaction(async (trx) => {
      await trx.from('petitions').where('id', petition.id).select('id').forUpdate().first()
      if ((await this.isFor(petition, trx)) === wants) return
      const by = { saidBy: officer.id, saidAt: DateTime.utc() }
      await this.create({ petitionId: petition.id, wants, ...by }, { client: trx })
    })
  }
}
