import { MOST_QUESTIONS, type Petition, type Question, type Step } from '#intake'
import type { Officer } from '#organisation'

/** By which steps it is known that something was asked. */
const ASKED = ['asked', 'askedOn']

/** Whether there may be a question: of what nobody ever asked nothing is read. */
export function wasAsked(
  { stage, kind }: Pick<Petition, 'stage' | 'kind'>,
  past: { isWhole: boolean; steps: readonly Step[] }
) {
  if (stage === 'awaitingPetitioner' || kind === 'tipOff' || !past.isWhole) return true
  return past.steps.some((step) => ASKED.includes(step.kind))
}

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
