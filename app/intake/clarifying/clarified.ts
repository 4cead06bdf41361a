import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Addition } from '../models/addition.ts'
import type { PetitionRecord, Taking } from '../models/petition_record.ts'
import type { Question } from '../models/question.ts'
import { afterWaiting, goOn } from './go_on.ts'

/** What was answered, and by whom it was written down: by its petitioner, or by an officer. */
export interface Answering extends Pick<Taking, 'officer' | 'unit' | 'changes' | 'alongside'> {
  digest: string
  words: string | null
  /** of a tip-off: the desk reads it first */
  isHeld: boolean
}

/** Ek bilgi: the answer to what was asked is there, and nobody waits for it any more. */
export async function clarified(
  petition: PetitionRecord,
  question: Question,
  { digest, words, isHeld, alongside, ...taking }: Answering,
  trx: TransactionClientContract
) {
  const madeAt = DateTime.utc()
  const lastDays = await goOn(petition, question, trx)
  const stage = afterWaiting(petition.stage)
  const by = { officerId: taking.officer?.id ?? null, questionId: question.id }
  const row = { petitionId: petition.id, tokenDigest: digest, text: words, madeAt, isHeld, ...by }
  await petition.take({
    ...{ kind: 'clarified', ...taking, stage, lastDays, takenAt: madeAt, trx },
    alongside: async (step) => {
      await Addition.create(row, { client: trx })
      await question.end('answered', trx)
      await alongside?.(step)
    },
  })
}
