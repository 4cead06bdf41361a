import encryption from '@adonisjs/core/services/encryption'
import { DateTime } from 'luxon'
import { transaction } from '#shared/database/transaction'
import { Petition } from '../models/petition.ts'
import { PetitionJoin } from '../models/petition_join.ts'

const OPTIONS = { purpose: 'opened-join', expiresIn: '30m' }

/** What the form on a join's page carries: somebody opened it by number and code just now. */
export function sealOpenedJoin({ id }: { id: number }) {
  return encryption.encrypt({ id }, OPTIONS)
}

/** The join that was opened; null: too long ago, or not ours. */
export async function openedJoin(seal: string) {
  const sealed = seal ? encryption.decrypt<{ id: number }>(seal, OPTIONS.purpose) : null
  return sealed && PetitionJoin.find(sealed.id)
}

/** Takes it back: nobody is told any more, and the petition counts one person less. Nothing twice. */
export function leave({ id, petitionId }: PetitionJoin) {
  return transaction(async (trx) => {
    // Locked first, as by whoever joins at the same moment.
    await Petition.query({ client: trx }).where('id', petitionId).forUpdate().firstOrFail()
    const join = await PetitionJoin.findOrFail(id, { client: trx })
    if (join.withdrawnAt) return join
    await join.merge({ withdrawnAt: DateTime.utc() }).save()
    await PetitionJoin.count({ id: petitionId }, trx)
    return join
  })
}
