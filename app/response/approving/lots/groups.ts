import type { Officer } from '#organisation'
import { waitingAnswers } from './waiting_answers.ts'

/** As many as are approved at once. */
export const MOST_AT_ONCE = 50

type Waiting = Awaited<ReturnType<typeof waitingAnswers>>[number]

/** Aynı metin: what waits for this head, those of the same text together, the largest first. */
export async function groupsFor(officer: Officer) {
  const byWords = new Map<string, Waiting[]>()
  for (const one of await waitingAnswers(officer)) {
    byWords.set(one.words, [...(byWords.get(one.words) ?? []), one])
  }
  return [...byWords.values()]
    .map((all) => all.slice(0, MOST_AT_ONCE))
    .filter((all) => all.length > 1)
    .toSorted((one, other) => other.length - one.length)
}

/** Those of the same text as this petition's, itself first; none where it does not wait. */
export async function groupOf(officer: Officer, number: string) {
  const all = await waitingAnswers(officer)
  const first = all.find(({ row }) => row.number === number)
  if (!first) return []
  const others = all.filter((one) => one !== first && one.words === first.words)
  return [first, ...others].slice(0, MOST_AT_ONCE)
}
