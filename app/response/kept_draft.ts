import { isNegative, type Draft } from './draft.ts'
import { Stock } from './stock.ts'

/** A petition as far as the words of its answer depend on it. */
interface Answered {
  locale: string
  kind: string
}

/**
 * The form offers the stock remedy before an outcome is chosen; an answer that gives what was asked
 * for does not carry it.
 */
export function asKept({ outcome, ground, text, reason, remedy }: Draft, to: Answered): Draft {
  const needed = isNegative(outcome) || remedy !== new Stock(to.locale).remedy(to.kind)
  return { outcome, ground, text, reason, remedy: needed ? remedy : null }
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
