import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { PetitionJoinSchema } from '#database/schema'
import { sealedColumn } from '#shared/sealed'
import { PetitionNumber } from '../petition_number.ts'

/**
 * Katılım: somebody has the same problem as a petition on a public subject tells of, and joined it.
 * It has a number and a code of its own; who joined is shown to nobody.
 */
export class PetitionJoin extends PetitionJoinSchema {
  @column(sealedColumn)
  declare phone: string

  @column(sealedColumn)
  declare email: string | null

  get shownNumber() {
    return PetitionNumber.parse(this.number)!.shown
  }

  /** Who waits for the end of a petition. */
  static of({ id }: { id: number }, trx: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).whereNull('withdrawn_at')
  }

  /** How many persons that are, by their telephones; written on the petition, for lists and cards. */
  static async count({ id }: { id: number }, trx: TransactionClientContract) {
    const [{ persons }] = await trx
      .from('petition_joins')
      .where('petition_id', id)
      .whereNull('withdrawn_at')
      .countDistinct('phone_index as persons')
    // No step: who has the petition's page open has seen nothing that is not so any more.
    await trx
      .from('petitions')
      .where({ id })
      .update({ joined: Number(persons) })
  }
}
