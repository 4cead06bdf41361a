import { MOST_QUESTIONS, type Petition, type Question } from '#intake'

/** Whether anything can be asked: of what does not wait for an answer already, and not for ever. */
export function isAskable({ isOpen }: Petition, asked: readonly Question[]) {
  const waits = asked.some((one) => one.isPending || one.isOpen)
  return isOpen && !waits && asked.length < MOST_QUESTIONS
}
