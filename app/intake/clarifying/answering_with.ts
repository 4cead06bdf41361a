import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Petition } from '../models/petition.ts'
import { Question } from '../models/question.ts'

/** What words that somebody sends answer, and what they are told then (`intake.follow.done`). */
export interface Answers {
  question: Question | null
  done: 'added' | 'answered' | 'answeredBefore' | 'answeredLate' | 'answeredAfter'
}

/**
 * Whatever is added while a question waits answers it. A form that was open for longer says which one it
 * answers: in another tab that is done already, or nobody waits for it any more.
 *
 * @param about the id that the form names
 */
export async function answeringWith(
  petition: Petition,
  about: string,
  trx: TransactionClientContract
): Promise<Answers> {
  if (petition.stage === 'withdrawn') return { question: null, done: 'added' }
  const asked = await Question.of(petition, trx)
  const waits = asked.findLast(({ isOpen }) => isOpen)
  if (waits && petition.isOpen) return { question: waits, done: 'answered' }
  const question = asked.find(({ id, passedAt }) => passedAt && String(id) === about) ?? null
  if (!question) return { question, done: 'added' }
  if (!petition.isOpen) return { question, done: 'answeredAfter' }
  return { question, done: question.answeredAt ? 'answeredBefore' : 'answeredLate' }
}
