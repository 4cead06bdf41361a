import type { Petition } from '#intake'
import type { Draft } from '../draft.ts'
import { Answer } from '../models/answer.ts'
import { AnswerReplacement } from '../models/answer_replacement.ts'

const EMPTY: Draft = { outcome: null, ground: null, text: '', reason: null, remedy: null }

/** The words that are to be mended: as the head sent them back, else of the answer that counts. */
export async function replacedWords(petition: Petition): Promise<Draft> {
  const last = await AnswerReplacement.of(petition).whereNot('state', 'waiting').first()
  const answer = last ?? (await Answer.newestOf(petition))
  if (!answer) return EMPTY
  const { outcome, ground, text, reason, remedy } = answer
  return { outcome, ground, text, reason, remedy }
}
