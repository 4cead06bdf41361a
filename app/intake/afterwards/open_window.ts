import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, Deadline, ruleFor } from '#organisation'
import { Day } from '#shared/dates/turkish_date'
import { Petition } from '../models/petition.ts'
import { Survey } from '../models/survey.ts'

/**
 * The answer of this step reached its petitioner: from that day on the time runs in which it can be judged
 * and objected to. It is set once, by whatever is known first: a last day that was told never moves.
 *
 * @param reachedOn in Türkiye: 2026-12-02
 */
export async function openWindow(
  stepId: number,
  reachedOn: string,
  trx?: TransactionClientContract
) {
  const client = trx && { client: trx }
  const survey = await Survey.query(client).where('step_id', stepId).first()
  if (!survey || survey.closesOn) return
  const { kind } = await Petition.findOrFail(survey.petitionId, client)
  const { rules, calendar } = await Catalogue.of(survey.authorityId)
  const { on } = Deadline.for(Day.parse(reachedOn)!, ruleFor(rules, 'objection', kind), calendar)
  const unset = Survey.query(client).where('id', survey.id).whereNull('closes_on')
  await unset.update({ closes_on: on.toISODate()! })
}
