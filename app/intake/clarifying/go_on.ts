import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { answeredDay } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import { type Dated, settingsOf } from '../fees/settings.ts'
import type { LastDays } from '../models/last_day.ts'
import type { Question } from '../models/question.ts'
import type { Stage } from '../stages.ts'

/**
 * Nobody waits for the answer any more, and the promise goes on: from today, or from the day after the
 * last one for the answer, however late that is noticed.
 */
export async function goOn(
  petition: Dated,
  { dueWas, answerBy }: Pick<Question, 'dueWas' | 'answerBy'>,
  trx: TransactionClientContract
): Promise<LastDays> {
  if (!dueWas || !answerBy) return {}
  const { promise: setting } = await settingsOf(petition, today(), trx)
  // Leave that was entered since gives longer to answer.
  const latest = setting.calendar.nextWorkingDay(dayOf(answerBy)).plus({ days: 1 })
  const on = latest < today() ? latest : today()
  const promise = answeredDay({ ...setting, on }, dueWas)
  return promise ? { promise } : {}
}

/** Where a petition stands that waits no more; what went on meanwhile stays where it is. */
export function afterWaiting(stage: string) {
  return (stage === 'awaitingPetitioner' ? 'inProgress' : stage) as Stage
}
