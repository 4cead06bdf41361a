import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { asItIsNow } from '../../following/as_it_is_now.ts'
import { Objection } from '../../models/objection.ts'
import type { Petition } from '../../models/petition.ts'
import { Survey } from '../../models/survey.ts'
import { officesOf, rowOf } from './row.ts'

const LONGEST = 4000

/**
 * İtiraz: whoever says that an answer did not help wants somebody above to look at it. Once for a
 * petition; the same words again are a second press.
 *
 * @throws Refusal without words, a second time, when it was not said that it did not help, or too late
 */
export async function object(petition: Petition, typed: Typed) {
  const { words } = typed.read((form) => ({
    words: form.multiline('objection', { required: true, max: LONGEST }),
  }))
  const offices = await officesOf(petition)
  return asItIsNow(petition, async (fresh, trx) => {
    const before = await Objection.of(fresh, trx)
    if (before?.words === words) return 'objected'
    const why = before ? 'objectedBefore' : await wrongWith(fresh, trx)
    if (why) throw new Refusal({ field: 'stage', rule: why })
    const row = await rowOf(fresh, words, offices, trx)
    const alongside = () => Objection.create(row, { client: trx })
    await fresh.take({ kind: 'objected', alongside, trx })
    return 'objected'
  })
}

/** Why nobody can object to its answer; null: they can. */
async function wrongWith(petition: Petition, trx: TransactionClientContract) {
  const survey = await Survey.lastOf(petition, trx)
  if (!survey || !petition.outcome) return 'notAskedAfter'
  if (!survey.isOpen) return 'objectedTooLate'
  return survey.solved === 'no' ? null : 'notSaidNo'
}
