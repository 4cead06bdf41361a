import { isSaidAnywhere, wordsIn } from './words.ts'

/** So many of a text are kept, and compared. */
const MOST_TERMS = 24
/** So many of them are asked for: the rarest say what a text is about. */
const RAREST = 12
/** From here on two texts say the same (measured on 237,195 public cases of a city). */
const ALIKE = { shared: 4, jaccard: 0.5 }

/** What a text says, for finding others like it: its words' beginnings, each once. */
export function waveTerms(text: string, most = MOST_TERMS) {
  const words = wordsIn(text).filter((word) => !isSaidAnywhere(word) && /[a-z]{3}/.test(word.said))
  return [...new Set(words.map(({ stem }) => stem))].slice(0, most)
}

/** @param hits how often each stands among others */
export function rarest(terms: readonly string[], hits: ReadonlyMap<string, number>) {
  const seldom = (term: string) => hits.get(term) ?? 0
  return terms.toSorted((one, other) => seldom(one) - seldom(other)).slice(0, RAREST)
}

/** Once it is known what a wave says, in whatever words, most of a text must be of it. */
const OF_THE_WAVE = 0.6

/** The same for a wave whose members were read: each says some of its sentences in one of its ways. */
export function likenessTo(
  core: { terms: readonly string[]; shareOf(text: string): number },
  text: string,
  rare: readonly string[]
) {
  const theirs = new Set(core.terms)
  if (rare.filter((term) => theirs.has(term)).length < ALIKE.shared) return 0
  const share = core.shareOf(text)
  return share >= OF_THE_WAVE ? share : 0
}

/** How much of both stands in either, where it is enough; else 0. */
export function likenessOf(
  terms: readonly string[],
  rare: readonly string[],
  others: readonly string[]
) {
  const theirs = new Set(others)
  const shared = rare.filter((term) => theirs.has(term)).length
  if (shared < ALIKE.shared) return 0
  const both = terms.filter((term) => theirs.has(term)).length
  const jaccard = both / (terms.length + others.length - both)
  return jaccard >= ALIKE.jaccard ? jaccard : 0
}
