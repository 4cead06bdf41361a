import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Petition, type Outcome } from '#intake'
import { demand, Referral } from '#routing'
import { stamp } from '#shared/dates/stored'
import { Refusal } from '#shared/typed/problems'
import { demandGround } from '../../clarifying/demand_ground.ts'
import { Answer } from '../../models/answer.ts'
import { AnswerDecision } from '../../models/answer_decision.ts'
import { asKept } from '../../kept_draft.ts'
import { demandComplete } from '../../draft.ts'
import { Stock } from '../../stock.ts'
import { filledFor } from './filled.ts'
import { leftFor } from './left.ts'
import type { UnderWay } from './under_way.ts'

/** A petition that is to be answered with its wave. */
export interface Work {
  id: number
  petitionId: number
}

/**
 * Answers one petition of a wave: answer, decision, step and message in one transaction with the row that
 * says so, so that it is done once, wherever a process ends.
 *
 * @throws PetitionChanged: somebody works on it, and it waits for the next round
 */
export async function answerOne(work: Work, under: UnderWay) {
  const [petition] = await Petition.seenBy(under.head, [work.petitionId])
  await petition?.knowOwner(under.head)
  if (!petition || petition.isOwnOf(under.head)) return leave(work, 'unseen')
  try {
    await petition.change(async (current, trx) => {
      if (!(await claimed(work, { state: 'answered' }, trx))) return
      const left = await leftFor(current, under, trx)
      if (left) return void (await relabel(work, left, trx))
      await give(current, under, trx)
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await leave(work, 'waits')
  }
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

async function leave(work: Work, why: string) {
  const row = db.from('wave_works').where({ id: work.id, state: 'waits' })
  await row.update({ state: 'left', why, done_at: stamp(DateTime.utc()) })
}

/** @returns whether it waited; another process answers it else */
async function claimed({ id }: Work, to: object, trx: TransactionClientContract) {
  const row = trx.from('wave_works').where({ id, state: 'waits' })
  return Number(await row.update({ ...to, done_at: stamp(DateTime.utc()) })) === 1
}

function relabel({ id }: Work, why: string, trx: TransactionClientContract) {
  return trx.from('wave_works').where({ id }).update({ state: 'left', why })
}
