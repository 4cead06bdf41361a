import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Catalogue, Deadline, Officer, ruleFor } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { asItIsNow } from '../../following/as_it_is_now.ts'
import { Objection } from '../../models/objection.ts'
import type { Petition } from '../../models/petition.ts'
import { Step } from '../../models/step.ts'
import { Survey } from '../../models/survey.ts'
import { levelAbove } from './level.ts'
import { whoDecides } from './somebody_at.ts'

const LONGEST = 4000

/**
 * İtiraz: whoever says that an answer did not help wants somebody above to look at it. Once for a
 * petition; the same words again are a second press.
 *
 * @throws Refusal without words, a second time, when it was not said that it did not help, or too late
 */
export function object(petition: Petition, typed: Typed) {
  const { words } = typed.read((form) => ({
    words: form.multiline('objection', { required: true, max: LONGEST }),
  }))
  return asItIsNow(petition, async (fresh, trx) => {
    const before = await Objection.of(fresh, trx)
    if (before?.words === words) return 'objected'
    const why = before ? 'objectedBefore' : await wrongWith(fresh, trx)
    if (why) throw new Refusal({ field: 'stage', rule: why })
    const row = await rowOf(fresh, words, trx)
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

async function rowOf(petition: Petition, words: string, trx: TransactionClientContract) {
  const { rules, calendar, bureau } = await Catalogue.of(petition.authorityId)
  const { stepId, unitId } = (await Survey.lastOf(petition, trx))!
  const step = await Step.findOrFail(stepId, { client: trx })
  const givenBy = step.actedFor ?? step.officerId
  const rule = ruleFor(rules, 'review', petition.kind)
  const madeAt = DateTime.utc()
  const isForManager = petition.isAboutBureau || petition.decider === 'manager'
  const level = levelAbove({
    ...{ roles: await rolesOf(givenBy, trx), isBureaus: unitId === bureau.id, isForManager },
  })
  const { id: petitionId, authorityId } = petition
  return {
    ...{ authorityId, petitionId, unitId, stepId, words, madeAt },
    ...(await whoDecides(level, { authorityId, unitId, givenBy }, trx)),
    ...{ dueOn: Deadline.for(madeAt, rule, calendar).on, ruleId: rule.id },
  }
}

async function rolesOf(id: number | null, trx: TransactionClientContract) {
  if (id === null) return []
  const one = await Officer.query({ client: trx }).where({ id }).preload('officerRoles').first()
  return one?.roles ?? []
}
