import type { Danger } from '../level.ts'
import type { Places, Word } from './words.ts'
import { LEARNED } from './weights.ts'

/**
 * A word is known by its first letters, so many and one more: dövüyor, dövüyo and dövüyolar are one.
 * A full stop stands where a short one ends.
 */
const STEM = 4
/** How much a rule that rings adds: it knows that words stand close together. */
const RING = 1
/** Whoever speaks of dying is believed sooner: to miss them costs most. */
const OWN_DEATH = 2
/** What a text must have more than is learned: terse everyday texts rang for nothing at half of it. */
const ENOUGH = 0.6

/** What a text says of how pressing it is, apart from where in it that stands. */
export interface Clues {
  /** the first letters of its words, fewer and more, each once */
  stems: ReadonlySet<string>
  fields: readonly string[]
}

/** What words and fields speak for: above 0 for *at once*, below for anything else. */
export interface Weights {
  bias: number
  stems: ReadonlyMap<string, number>
  fields: ReadonlyMap<string, number>
}

/** The clues of words and of the fields that they name. */
export function cluesOf(words: readonly Word[], places: Places): Clues {
  const stems = words.flatMap(({ word }) => [word.slice(0, STEM), `${word}.`.slice(0, STEM + 1)])
  return { stems: new Set(stems), fields: [...places.keys()] }
}

/**
 * Above 0: it cannot wait. Words count less the more of them there are, fields always the same.
 * `rings` is the danger of a rule that rings.
 */
export function scoreOf({ stems, fields }: Clues, rings: Danger | null, weights: Weights) {
  const ring = rings === 'suicide' ? OWN_DEATH : rings ? RING : 0
  const words = sum(stems, weights.stems) / Math.sqrt(stems.size || 1)
  return weights.bias - ENOUGH + words + sum(fields, weights.fields) + ring
}

function sum(names: Iterable<string>, weights: ReadonlyMap<string, number>) {
  let all = 0
  for (const name of names) all += weights.get(name) ?? 0
  return all
}

/** Weights as they are kept: names of one weight beside each other. */
type Kept = Readonly<Record<string, string>>

function byName(kept: Kept) {
  return new Map(
    Object.entries(kept).flatMap(([weight, names]) =>
      names.split(' ').map((name) => [name, Number(weight)] as const)
    )
  )
}

/** Learned from the judged texts of the house. */
export const WEIGHTS: Weights = {
  bias: LEARNED.bias,
  stems: byName(LEARNED.stems),
  fields: byName(LEARNED.fields),
}
