import { MOST_QUESTIONS, type Petition, type Question } from '#intake'
import type { Officer } from '#organisation'

/** The question that was asked last, in the words that the desk passed on where it did. */
export function clarification(asked: readonly Question[], petition: Petition, officer: Officer) {
  const mayAsk = MOST_QUESTIONS - asked.length
  const question = asked.at(-1) ?? null
  if (!question) return { question, mayAsk }
  const { text, passedText, isPending, isOpen, endedAs, answeredAt, answerBy, dueWas } = question
  const shown = { text: passedText ?? text, isPending, isOpen, endedAs, answerBy, answeredAt }
  return {
    question: {
      ...shown,
      /** the promise waits for the answer */
      isWaited: isOpen && dueWas !== null,
      /** nobody here knows whom to call */
      isThroughDesk: petition.hidesPetitionerFrom(officer),
    },
    mayAsk,
  }
}
