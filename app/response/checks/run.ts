import type { Draft } from '../draft.ts'
import type { Finding } from './finding.ts'
import { sameAsLast } from './rules/alike.ts'
import { unanswered, type SomeWant } from './rules/asked.ts'
import { blanksIn } from './rules/blanks.ts'
import { missingGrounds } from './rules/grounds.ts'
import { foreignNames } from './rules/names.ts'
import { foreignNumbers } from './rules/numbers.ts'
import { officialWords } from './rules/official.ts'
import { openPromises } from './rules/promises.ts'
import { longSentences } from './rules/sentences.ts'
import type { OfficialWord } from './words/official_words.ts'

/** All that the checks know; they ask nobody. */
export interface Facts {
  /** in which language it is written */
  locale: string
  petition: string | null
  wants: readonly SomeWant[]
  /** digits of numbers that may stand there */
  known: ReadonlySet<string>
  /** keys of names that may not */
  others: ReadonlySet<string>
  keyOf: (name: string) => string | null
  /** what the unit answered lately */
  last: readonly string[]
  /** the examples that it was written with */
  borrowed: readonly string[]
  list: readonly OfficialWord[]
}

/** What there is to say about an answer before its head reads it; [] where it may go at once. */
export function findingsIn(draft: Draft, facts: Facts): Finding[] {
  const text = wordsOf(draft)
  const inTurkish = facts.locale === 'tr'
  return [
    unanswered(facts.wants, facts.petition, text),
    inTurkish ? missingGrounds(draft) : null,
    foreignNumbers(text, facts.known),
    foreignNames(text, facts.others, facts.keyOf),
    longSentences(text),
    inTurkish ? officialWords(text, facts.list) : null,
    sameAsLast(draft.text, facts.last, facts.borrowed),
    inTurkish ? openPromises(draft.text) : null,
    blanksIn(text),
  ].filter((found) => found !== null)
}

/** What an officer wrote of it: the remedy is the law's sentence. */
export function wordsOf({ text, reason }: Draft) {
  return [text, reason].filter(Boolean).join('\n')
}
