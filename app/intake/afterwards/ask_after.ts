import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, Deadline, ruleFor } from '#organisation'
import { dayOf } from '#shared/dates/turkish_date'
import type { Step } from '../models/step.ts'
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
  // Of two that one answer ends their petitioner is asked once.
  if (step.petitionId !== petition.id || !isAskedAfter(petition.kind, step.outcome)) return
  const { rules, calendar } = await Catalogue.of(petition.authorityId)
  const rule = ruleFor(rules, 'objection', petition.kind)
  const row = {
    ...{ authorityId: petition.authorityId, petitionId: petition.id },
    ...{ unitId: step.unitId!, stepId: step.id },
    concludedOn: dayOf(step.takenAt),
    linkUntil: Deadline.for(step.takenAt, rule, calendar).on,
  }
  await Survey.create(row, { client: trx })
}
