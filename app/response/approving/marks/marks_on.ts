import type { Petition } from '#intake'
import type { Answer } from '../../models/answer.ts'
import { AnswerMark } from '../../models/answer_mark.ts'
import { Stock } from '../../stock.ts'
import { markedText } from './marked_text.ts'

/**
 * What the head marked when the answer was sent back last, in its words as they are now; null where
 * nothing is marked.
 */
export async function marksOn(answer: Answer | null, petition: Pick<Petition, 'locale'>) {
  const marks = answer ? await AnswerMark.of(answer) : []
  if (!answer || marks.length === 0) return null
  return markedText(new Stock(petition.locale).citizenText(answer), marks)
}
