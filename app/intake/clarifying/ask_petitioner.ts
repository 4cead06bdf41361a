import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { askedDay, type Officer } from '#organisation'
import { dayOf } from '#shared/dates/turkish_date'
import { settingsOf } from '../fees/settings.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import type { Question } from '../models/question.ts'
import type { Stage } from '../stages.ts'
import { answerByOf } from './answer_by.ts'

/**
 * The petitioner is asked: from now on the petition waits for the answer, and so does the promise; the
 * law's clock goes on (law 3071 art. 7 knows no question). Where it leaves no time for an answer nothing
 * waits for one.
 *
 * @param question not passed on so far; kept with the step
 * @param text as the petitioner reads it
 */
export async function askPetitioner(
  petition: PetitionRecord,
  { question, text, officer }: { question: Question; text: string; officer: Officer },
  trx: TransactionClientContract
) {
  const answerBy = await answerByOf(petition)
  const { promise: setting } = await settingsOf(petition, DateTime.utc(), trx)
  const promise = answerBy && askedDay(setting, answerBy)
  const passed = { passedText: text, passedBy: officer.id, passedAt: DateTime.utc() }
  const waits = { answerBy, dueWas: promise && dayOf(petition.dueOn) }
  await petition.take({
    ...{ kind: 'askedOn', officer, note: text, trx },
    ...(!answerBy && { stage: petition.stage as Stage }),
    ...(promise && { lastDays: { promise } }),
    alongside: () =>
      question
        .merge({ ...passed, ...waits })
        .useTransaction(trx)
        .save(),
  })
}
