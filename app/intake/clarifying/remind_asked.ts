import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue } from '#organisation'
import { dayOf } from '#shared/dates/turkish_date'
import { asItIsNow } from '../following/as_it_is_now.ts'
import type { Petition } from '../models/petition.ts'
import { Question } from '../models/question.ts'
import { unlessBusy } from './expire_questions.ts'
import { openQuestions, type Waiting } from './open_questions.ts'

/** No holidays are longer: the next working day lies within so many. */
const LONGEST_REST = { days: 12 }

/**
 * Whoever was asked and has not answered is reminded once: on the working day before the last one for
 * the answer, or on that day where the one before was missed.
 *
 * @returns how many
 */
export async function remindAsked(day: DateTime, goesOn: () => boolean) {
  let reminded = 0
  for await (const one of openQuestions(day.plus(LONGEST_REST), 'notReminded')) {
    if (!goesOn()) return reminded
    if (!(await isNear(one, day))) continue
    const { petitionId: id } = one
    if (await unlessBusy(() => asItIsNow({ id }, (now, trx) => remind(now, day, trx)))) reminded++
  }
  return reminded
}

async function isNear({ authorityId, answerBy }: Waiting, day: DateTime) {
  const { calendar } = await Catalogue.of(authorityId)
  const isDay = calendar.isWorkingDay(day)
  return isDay && answerBy <= calendar.addWorkingDays(day, 1).toISODate()!
}

async function remind(petition: Petition, day: DateTime, trx: TransactionClientContract) {
  const question = await Question.openOf(petition, trx)
  if (!question?.answerBy || question.remindedAt || !petition.isOpen) return false
  // Asked today: that is told already.
  if (dayOf(question.answerBy) < day || dayOf(question.passedAt!) >= day) return false
  const alongside = () => question.merge({ remindedAt: DateTime.utc() }).useTransaction(trx).save()
  await petition.take({ kind: 'askedReminded', alongside, trx })
  return true
}
