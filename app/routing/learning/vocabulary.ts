import type { Lesson } from './lesson.ts'
import { wordFeatures } from './words.ts'

/** What a petition says enters a model only where so many petitions say it: no name of anybody does. */
export const FEWEST_PETITIONS = 5
/** The most frequent ones; some 60 bytes each with sixty units. */
const MOST_FEATURES = 20_000

/** The features of lessons, each once, and which of them a model knows, by number. */
export function vocabularyOf(lessons: readonly Lesson[]) {
  const texts = lessons.map(({ text, facts }) => [...wordFeatures(text), ...facts])
  const counts = new Map<string, number>()
  const public_ = new Set<string>()
  for (const [at, features] of texts.entries()) {
    const isPublic = lessons[at]!.sort !== 'decision'
    for (const feature of features) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1)
      if (isPublic) public_.add(feature)
    }
  }
  const known = [...counts]
    .filter(([feature, count]) => count >= FEWEST_PETITIONS || public_.has(feature))
    .toSorted(([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1))
    .slice(0, MOST_FEATURES)
  return { texts, numbers: new Map(known.map(([feature], number) => [feature, number])) }
}

/** A text as the solver takes it: its length does not count. */
export function rowOf(features: readonly string[], numbers: ReadonlyMap<string, number>) {
  const known = features.map((feature) => numbers.get(feature)).filter((one) => one !== undefined)
  return { features: Int32Array.from(known), value: 1 / Math.sqrt(known.length || 1) }
}
