import { dayOf, today } from '#shared/dates/turkish_date'
import type { Question } from '../models/question.ts'
import type { Petition } from '../models/petition.ts'

/** A question as its petitioner reads it; null: nothing is asked of them. */
export function askedOf({ isOpen }: Pick<Petition, 'isOpen'>, last: Question | null) {
  if (!last?.passedAt || last.answeredAt || !isOpen) return null
  if (!last.isOpen && last.endedAs !== 'expired') return null
  return {
    ...{ id: last.id, text: last.passedText!, answerBy: last.answerBy },
    /** the day for the answer has passed, whatever the round has seen; it is read all the same */
    isLate: !last.isOpen || isPast(last),
    /** the promised day waits for the answer */
    isWaited: last.isOpen && last.dueWas !== null,
  }
}

function isPast({ answerBy }: Question) {
  return answerBy !== null && dayOf(answerBy) < today()
}
