import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { PaperWish } from '../models/paper_wish.ts'

interface Ended {
  authorityId: number
  petitionId: number | null
  stepId: number | null
}

/** Answers that reach nobody but on paper wait to be posted: each once, however often it is found out. */
export async function openLetters(ends: readonly Ended[], trx: Trx) {
  const made = { attempt: 1, way: 'post', state: 'waiting', made_at: stamp(DateTime.utc()) }
  const rows = ends.flatMap(({ authorityId, petitionId, stepId }) =>
    petitionId && stepId
      ? [{ authority_id: authorityId, petition_id: petitionId, step_id: stepId, ...made }]
      : []
  )
  if (rows.length === 0) return
  await trx.insertQuery().table('posted_letters').multiInsert(rows).knexQuery.onConflict().ignore()
}

/**
 * An answer that nothing else tells, or that is wanted on paper, waits to be posted. One that takes the place of another goes on paper
 * where that one did, and what had not left yet stays in the house.
 */
export async function sendOnPaper(
  answer: Ended & { petitionId: number },
  { isByHand, isAgain }: { isByHand: boolean; isAgain: boolean },
  trx: Trx
) {
  const before = () => trx.from('posted_letters').where('petition_id', answer.petitionId)
  const went = isAgain && (await before().whereNot('state', 'dropped').first())
  if (!isByHand && !went && !(await PaperWish.isFor({ id: answer.petitionId }, trx))) return
  if (isAgain) await before().where('state', 'waiting').update({ state: 'dropped' })
  await openLetters([answer], trx)
}
