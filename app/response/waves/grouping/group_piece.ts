import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Petition } from '#intake'
import { authorities, Catalogue } from '#organisation'
import { settled } from '#shared/database/following/settled'
import { transaction } from '#shared/database/transaction'
import { moment } from '#shared/dates/stored'
import { mayBeInWave } from '../eligible.ts'
import { join } from './join.ts'
import { mark as marks } from './mark.ts'

/** Steps in one transaction at most. */
const A_PIECE = 50

/**
 * Looks whether the next petitions that came say what others say. One process at a time, behind the
 * commit; what came before waves were looked for is not looked at.
 *
 * @returns whether there may be more
 */
export async function groupPiece(now: DateTime = DateTime.utc()) {
  // Read before: inside the transaction SQLite's one connection is taken.
  for (const { id } of await authorities()) await Catalogue.of(id)
  return transaction(async (trx) => {
    const mark = (await marks.locked(trx)) ?? (await begun(trx))
    const next = trx.from('steps').where('id', '>', mark.step_id).orderBy('id').limit(A_PIECE)
    const found = (await next.select('id', 'petition_id', 'kind', 'taken_at')).map((row) => ({
      ...{ id: row.id as number, petitionId: row.petition_id as number },
      ...{ came: row.kind === 'received', at: moment(row.taken_at).toMillis() },
    }))
    const steps = found.slice(0, settled(found, mark.step_id, now))
    const last = steps.at(-1)
    if (!last) return false
    await groupEach(
      steps.filter(({ came }) => came).map(({ petitionId }) => petitionId),
      trx
    )
    await marks.move({ step_id: last.id }, trx)
    return steps.length === A_PIECE
  })
}

async function begun(trx: TransactionClientContract) {
  const [last] = await trx.from('steps').max('id as id')
  const mark = { step_id: Number(last.id ?? 0) }
  await marks.begin(mark, trx)
  return mark
}

async function groupEach(ids: readonly number[], trx: TransactionClientContract) {
  if (ids.length === 0) return
  const petitions = await Petition.query({ client: trx })
    .whereIn('id', [...ids])
    .orderBy('id')
  for (const petition of petitions) {
    const catalogue = await Catalogue.of(petition.authorityId)
    if (mayBeInWave(petition, catalogue)) await join(petition, trx)
  }
}
