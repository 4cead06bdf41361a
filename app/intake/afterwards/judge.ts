import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { asItIsNow } from '../following/as_it_is_now.ts'
import type { Petition } from '../models/petition.ts'
import { SOLVED, Survey } from '../models/survey.ts'

/** Letters: a word, and no second petition. */
const LONGEST = 1000

/**
 * Whoever opened a petition by number and code says whether its answer helped; as often as they like
 * until the last day, and the last one counts.
 *
 * @returns what was done
 * @throws Refusal without an answer, or when its time is over
 */
export function judge(petition: Petition, typed: Typed) {
  return asItIsNow(petition, async (fresh, trx) => {
    const survey = await Survey.lastOf(fresh, trx)
    if (!survey || !fresh.outcome) throw new Refusal({ field: 'stage', rule: 'notAskedAfter' })
    await keep(survey, typed, 'code', trx)
    return survey.solved === 'no' ? 'notSolved' : 'judged'
  })
}

/** The same by the link of an e-mail, which opens nothing else. */
export function judgeByLink({ id }: Survey, typed: Typed) {
  return transaction(async (trx) => {
    const survey = await Survey.findOrFail(id, { client: trx })
    return keep(survey, typed, 'link', trx)
  })
}

async function keep(
  survey: Survey,
  typed: Typed,
  way: 'code' | 'link',
  trx: TransactionClientContract
) {
  const said = typed.read((form) => ({
    solved: form.choice('solved', SOLVED, { required: true, wrong: 'required' }),
    words: form.multiline('solvedWords', { max: LONGEST }),
  }))
  if (!survey.isOpen) throw new Refusal({ field: 'stage', rule: 'askedTooLate' })
  const answeredAt = DateTime.utc()
  // The link's page does not show what was written before: left empty it stays.
  const words = said.words ?? (way === 'link' ? survey.words : null)
  return survey
    .merge({ ...said, words, way, answeredAt })
    .useTransaction(trx)
    .save()
}
