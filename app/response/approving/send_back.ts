import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { Typed } from '#shared/typed/typed'
import { AnswerDecision } from '../models/answer_decision.ts'
import { AnswerMark, type Marked } from '../models/answer_mark.ts'
import { Stock } from '../stock.ts'

/**
 * What it is to send an answer back, with words or marks or both.
 *
 * @throws Refusal without either
 */
export function sendingBack(officer: Officer, words: string, marks: readonly Marked[]) {
  const need = marks.length > 0 ? {} : { required: 'correction' }
  new Typed({ reason: words }).read((form) => form.multiline('reason', need))
  const reason = words || new Stock('tr').onlyMarks
  return async (answer: { id: number }, petition: Petition, trx: TransactionClientContract) => {
    Object.assign(answer, { submittedAt: null, submittedBy: null })
    const decided = { decision: 'sentBack', officer, reason } as const
    await AnswerMark.make(await AnswerDecision.make(answer, decided, trx), marks, trx)
    await petition.take({ kind: 'sentBack', officer, note: reason, trx })
  }
}
