/** What is looked at before an answer goes to its head; the name of each is its sentence's. */
export const SORTS = [
  'asked',
  'grounds',
  'numbers',
  'names',
  'sentences',
  'official',
  'alike',
  'promises',
  'blanks',
] as const
export type Sort = (typeof SORTS)[number]

/** One place in an answer, with what stands around it and what may be written instead. */
export interface Place {
  before?: string
  words: string
  after?: string
  plain?: string
}

/** What one check has to say: a sentence, and the places of which it speaks. */
export interface Finding {
  sort: Sort
  places: readonly Place[]
}

/** So many places say enough. */
const MOST = 12

/** @returns the finding, or null where there is nothing to say */
export function finding(sort: Sort, places: readonly Place[]): Finding | null {
  return places.length > 0 ? { sort, places: places.slice(0, MOST) } : null
}
