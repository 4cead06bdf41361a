import type { Question } from '../models/question.ts'
import type { Petition } from '../models/petition.ts'

/** A question as its petitioner reads it; null: nothing is asked of them. */
export function askedOf({ isOpen }: Pick<Petition, 'isOpen'>, last: Question | null) {
  if (!last?.passedAt || !isOpen) return null
  if (!last.isOpen && last.endedAs !== 'expired') return null
  return {
    ...{ id: last.id, text: last.passedText!, answerBy: last.answerBy },
    /** the day for the answer has passed; it is read all the same */
    isLate: !last.isOpen,
    /** the promised day waits for the answer */
    isWaited: last.isOpen && last.dueWas !== null,
  }
}
