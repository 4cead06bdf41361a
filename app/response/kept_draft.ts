import { isNegative, type Draft } from './draft.ts'
import { Stock } from './stock.ts'

/** A petition as far as the words of its answer depend on it. */
interface Answered {
  locale: string
  kind: string
}

/**
 * The form offers the stock remedy before an outcome is chosen: what is still the house's becomes that
 * of the outcome, and none where the answer gives what was asked for. What was changed in it stays.
 */
export function asKept({ outcome, ground, text, reason, remedy }: Draft, to: Answered): Draft {
  const stock = new Stock(to.locale)
  const isOurs = Object.values(stock.remedies(to.kind)).includes(remedy ?? '')
  const ours = isNegative(outcome) ? stock.remedy(to.kind, outcome) : null
  return { outcome, ground, text, reason, remedy: isOurs ? ours : remedy }
}

/**
 * Whether an answer consists of these words already. A cleared remedy is not an unknown one, as long
 * as the form would offer it again: until it was submitted.
 */
export function saysAlready(answer: Draft & { submittedAt: unknown }, kept: Draft) {
  const words = Object.entries(kept) as [keyof Draft, string | null][]
  const plain = (word: string | null) => (answer.submittedAt ? word || null : word)
  return words.every(([field, word]) => plain(answer[field]) === plain(word))
}
