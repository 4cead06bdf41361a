import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Petition, Outcome } from '#intake'
import { demand, Referral } from '#routing'
import { demandGround } from '../../clarifying/demand_ground.ts'
import { Answer } from '../../models/answer.ts'
import { AnswerDecision } from '../../models/answer_decision.ts'
import { asKept } from '../../kept_draft.ts'
import { demandComplete } from '../../draft.ts'
import { Stock } from '../../stock.ts'
import { filledFor } from './filled.ts'
import { leftFor } from './left.ts'
import type { UnderWay } from './under_way.ts'
import { relabel, type Work } from './works.ts'

/**
 * Answers one petition of a wave that waited: answer, decision, step and message; or says why it is left.
 *
 * @param under `hasMore`: whether something is kept of it that may hold it back
 */
export async function answerOne(
  work: Work,
  petition: Petition,
  under: UnderWay & { hasMore: boolean },
  trx: TransactionClientContract
) {
  const left = await leftFor(petition, under, trx)
  if (left) await relabel(work, left, trx)
  else await give(petition, under, trx)
}

/** As a unit's own answers: put before the head by whoever wrote it, decided, and given. */
async function give(petition: Petition, under: UnderWay, trx: TransactionClientContract) {
  const { head, writer, answer: one } = under
  if (petition.isAtTheDesk) await keepHere(petition, under, trx)
  await demand(petition, 'submit', writer)
  const draft = filledFor(petition, asKept(one.draft, petition))
  demandComplete(draft)
  await demandGround(draft, petition, trx)
  const { draftedBy, draftedAt, submittedBy, submittedAt, unitId } = one
  const by = { draftedBy, draftedAt, submittedBy, submittedAt, version: 1 }
  const row = { ...draft, ...by, petitionId: petition.id, unitId }
  const answer = await Answer.create(row, { client: trx })
  await petition.take({ kind: 'submitted', officer: writer, trx })
  await AnswerDecision.make(answer, { decision: 'approved', officer: head }, trx)
  const words = new Stock(petition.locale).citizenText(answer)
  const note = new Stock('tr').wave
  await petition.conclude(draft.outcome as Outcome, words, { officer: head, note }, trx)
}

/** What waits at the desk the bureau answers itself. */
async function keepHere(petition: Petition, under: UnderWay, trx: TransactionClientContract) {
  const { head, unit } = under
  await demand(petition, 'answerHere', head)
  const charge = { petitionId: petition.id, unitId: unit.id, officerId: head.id, note: null }
  await Referral.create({ ...charge, madeAt: DateTime.utc() }, { client: trx })
  await petition.refer(unit, { officer: head }, trx)
}
