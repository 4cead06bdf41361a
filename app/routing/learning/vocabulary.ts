import type { Lesson } from './lesson.ts'
import type { Row } from './solver.ts'
import { wordFeatures } from './words.ts'

/** What a petition says enters a model only where so many petitions say it: no name of anybody does. */
const FEWEST_PETITIONS = 5
/** The most frequent ones; some 60 bytes each with sixty units. */
const MOST_FEATURES = 20_000

/** What lessons say as the solver takes it, and by which features, the most frequent ones first. */
export function vocabularyOf(lessons: readonly Lesson[]) {
  const found = new Found()
  const texts = lessons.map((lesson) => found.numbersOf(lesson))
  const features = found.enough()
  const place = new Map(features.map((number, at) => [number, at]))
  const rows = texts.map((numbers) => rowOf(numbers, place))
  return { rows, features: features.map((number) => found.names[number]!) }
}

/** A text as the solver takes it: its length does not count. */
export function rowOf<Feature>(
  features: Iterable<Feature>,
  places: ReadonlyMap<Feature, number>
): Row {
  const known: number[] = []
  for (const feature of features) {
    const place = places.get(feature)
    if (place !== undefined) known.push(place)
  }
  return { features: Int32Array.from(known), value: 1 / Math.sqrt(known.length || 1) }
}

/** Features by number as they come: twenty thousand texts hold two million of them. */
class Found {
  readonly names: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #counts: number[] = []
  readonly #open = new Set<number>()

  numbersOf({ text, facts, sort }: Lesson) {
    return Int32Array.from([...wordFeatures(text), ...facts], (name) => {
      const number = this.#numberOf(name)
      this.#counts[number]! += 1
      if (sort !== 'decision') this.#open.add(number)
      return number
    })
  }

  enough() {
    return [...this.names.keys()]
      .filter((one) => this.#counts[one]! >= FEWEST_PETITIONS || this.#open.has(one))
      .toSorted((one, other) => this.#counts[other]! - this.#counts[one]! || one - other)
      .slice(0, MOST_FEATURES)
  }

  #numberOf(name: string) {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.names.length)
    this.#counts.push(0)
    return this.names.push(name) - 1
  }
}
