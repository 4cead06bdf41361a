import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { PetitionTermSchema } from '#database/schema'
import { insert } from '#shared/database/insert'
import { stamp } from '#shared/dates/stored'
import type { Topic } from '../joining/topic.ts'

/** By which words a petition on a public subject is found to be alike; the others have none. */
export class PetitionTerm extends PetitionTermSchema {
  /** It is alike to nothing any more. */
  static drop({ id }: { id: number }, trx: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).delete()
  }

  static async keep(
    { id, receivedAt }: { id: number; receivedAt: DateTime },
    { authorityId, subject, placeKey, terms }: Topic,
    trx: TransactionClientContract
  ) {
    const about = { authority_id: authorityId, subject_id: subject.id, place: placeKey }
    const row = {
      petition_id: id,
      ...about,
      terms: terms.join(' '),
      received_at: stamp(receivedAt),
    }
    await insert('petition_terms', row, trx)
  }
}
