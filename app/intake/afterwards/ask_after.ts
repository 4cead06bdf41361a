import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, Deadline, ruleFor } from '#organisation'
import { dayOf } from '#shared/dates/turkish_date'
import type { Step } from '../models/step.ts'
import { Petitioner } from '../models/petitioner.ts'
import { isOnePerson } from '../own/own.ts'
import { Survey } from '../models/survey.ts'

/** Whoever told of others is left in peace; what was forwarded is answered by another body. */
function isAskedAfter(kind: string, outcome: string | null) {
  return kind !== 'tipOff' && outcome !== null && outcome !== 'forwarded'
}

/**
 * An answer was given: whether it helped can be said, and objected to, until a day that is counted from
 * when it reaches its petitioner.
 */
export async function askAfter(
  petition: { id: number; authorityId: number; kind: string },
  step: Step,
  trx: TransactionClientContract
) {
  if (!isAskedAfter(petition.kind, step.outcome)) return
  if (await isAskedBefore(petition, step, trx)) return
  const { rules, calendar } = await Catalogue.of(petition.authorityId)
  const rule = ruleFor(rules, 'objection', petition.kind)
  const row = {
    ...{ authorityId: petition.authorityId, petitionId: step.petitionId },
    ...{ unitId: step.unitId!, stepId: step.id },
    concludedOn: dayOf(step.takenAt),
    linkUntil: Deadline.for(step.takenAt, rule, calendar).on,
  }
  await Survey.create(row, { client: trx })
}

/**
 * Of two petitions that one answer ends one person is asked once, at the one that leads. They were one
 * person's when they were merged; where the desk has learned since that they are two, each is asked.
 */
async function isAskedBefore(
  { id }: { id: number },
  { petitionId }: Step,
  trx: TransactionClientContract
) {
  if (petitionId === id) return false
  const people = await Petitioner.query({ client: trx }).whereIn('petition_id', [id, petitionId])
  const [one, other] = people
  return Boolean(one && other && isOnePerson(one, other))
}
