import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { dayOf } from '#shared/dates/turkish_date'
import { asItIsNow } from '../following/as_it_is_now.ts'
import type { Petition } from '../models/petition.ts'
import { Question } from '../models/question.ts'
import { afterWaiting, goOn } from './go_on.ts'
import { openQuestions } from './open_questions.ts'

/**
 * What nobody answered in time waits no more, each by a step of its own: killed anywhere and run again
 * it does each once, however many days were missed.
 *
 * @returns how many
 */
export async function expireQuestions(day: DateTime, goesOn: () => boolean) {
  let expired = 0
  for await (const { petitionId: id } of openQuestions(day, 'any')) {
    if (!goesOn()) return expired
    const work = (fresh: Petition, trx: TransactionClientContract) => expire(fresh, day, trx)
    if (await unlessBusy(() => asItIsNow({ id }, work))) expired++
  }
  return expired
}

/** Whoever works on it at this moment, again and again, keeps it until tomorrow. */
export async function unlessBusy(work: () => Promise<boolean>) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

async function expire(petition: Petition, day: DateTime, trx: TransactionClientContract) {
  const question = await Question.openOf(petition, trx)
  if (!question?.answerBy) return false
  // Leave that was entered since gives its petitioner more time as well.
  const { calendar } = await Catalogue.of(petition.authorityId)
  const answerBy = calendar.nextWorkingDay(dayOf(question.answerBy))
  question.merge({ answerBy }).useTransaction(trx)
  if (answerBy >= day) {
    await question.save()
    return false
  }
  if (!petition.isOpen) {
    await question.end('moot', trx)
    return false
  }
  const lastDays = await goOn(petition, question, trx)
  const stage = afterWaiting(petition.stage)
  const isNews = !petition.isAtTheDesk && petition.unreadBy === 'nobody'
  const changes = isNews ? { unreadBy: 'unanswered' } : {}
  const alongside = () => question.end('expired', trx)
  await petition.take({ kind: 'unanswered', stage, lastDays, changes, alongside, trx })
  return true
}
