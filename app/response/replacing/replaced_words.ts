import type { Petition } from '#intake'
import type { Draft } from '../draft.ts'
import { Answer } from '../models/answer.ts'
import { AnswerReplacement } from '../models/answer_replacement.ts'

const EMPTY: Draft = { outcome: null, ground: null, text: '', reason: null, remedy: null }

/** The words that are to be mended: of the answer that counts, as it was given. */
export async function replacedWords(petition: Petition): Promise<Draft> {
  const given = await AnswerReplacement.of(petition).where('state', 'given').first()
  const answer = given ?? (await Answer.newestOf(petition))
  if (!answer) return EMPTY
  const { outcome, ground, text, reason, remedy } = answer
  return { outcome, ground, text, reason, remedy }
}
