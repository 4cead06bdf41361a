import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Officer } from '#organisation'
import type { PetitionRecord } from '../models/petition_record.ts'
import type { Question } from '../models/question.ts'
import { afterWaiting, goOn } from './go_on.ts'

/** The officer decides on what is there, and waits for no answer. */
export async function stopWaiting(
  petition: PetitionRecord,
  question: Question,
  officer: Officer,
  trx: TransactionClientContract
) {
  const lastDays = await goOn(petition, question, trx)
  const stage = afterWaiting(petition.stage)
  const alongside = () => question.end('stopped', trx)
  await petition.take({ kind: 'askingStopped', officer, lastDays, stage, alongside, trx })
}
