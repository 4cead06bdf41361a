import type { Danger, Level } from './level.ts'
import { LEVELS } from './level.ts'
import type { Field } from './rules/fields.ts'
import { RULES, type Rule } from './rules/rules.ts'
import { placesIn, type Places } from './rules/words.ts'

/** What a text says of how soon somebody must look, and by which rule. */
export interface Reading {
  level: Level
  /** null: nothing that cannot wait */
  danger: Danger | null
  rule: string | null
}

/** So far around what a rule found something else takes it back. */
const AROUND = 6
const NOTHING: Reading = { level: 'ordinary', danger: null, rule: null }

/**
 * How soon somebody must look at what a text says. Time grows with its length alone: 30 µs for a
 * usual one, 3 ms for ten thousand letters. A form asks before it is received and while it is, so that
 * the last few are kept.
 */
export function readUrgency(text: string): Reading {
  const known = lately.get(text)
  if (known) return known
  if (lately.size >= MOST_KEPT) lately.clear()
  const reading = read(text)
  lately.set(text, reading)
  return reading
}

const lately = new Map<string, Reading>()
const MOST_KEPT = 32

function read(text: string): Reading {
  const places = placesIn(text)
  const rule = RULES.filter((one) => holds(one, places)).toSorted(byLevel)[0]
  return rule ? { level: rule.level, danger: rule.danger, rule: rule.name } : NOTHING
}

function byLevel(one: Rule, other: Rule) {
  return LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level)
}

/** Looks at each place where the last of its fields is named: the latest of the others are nearest. */
function holds({ needs, unless, within, isNow }: Rule, places: Places) {
  if (needs.some((field) => !places.has(field))) return false
  const latest = new Map<Field, number>()
  for (const [at, field] of inOrder(needs, places)) {
    latest.set(field, at)
    if (latest.size < needs.length) continue
    const from = Math.min(...latest.values())
    if (at - from > within) continue
    const near = (one: Field) => isAround(places.get(one), from - AROUND, at + AROUND)
    if (unless.some(near)) continue
    if (isNow || near('now') || !(near('past') || near('talk'))) return true
  }
  return false
}

function inOrder(fields: readonly Field[], places: Places) {
  return fields
    .flatMap((field) => places.get(field)!.map((at) => [at, field] as const))
    .toSorted(([one], [other]) => one - other)
}

/** Whether one of these places, which are in order, lies between the two. */
function isAround(places: readonly number[] | undefined, from: number, until: number) {
  if (!places) return false
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < from) low = middle + 1
    else high = middle
  }
  return low < places.length && places[low]! <= until
}
