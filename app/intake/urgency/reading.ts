import type { Danger, Level } from './level.ts'
import { LEVELS } from './level.ts'
import type { Field } from './rules/fields.ts'
import { RULES, type Rule } from './rules/rules.ts'
import { cluesOf, scoreOf, WEIGHTS, type Weights } from './rules/score.ts'
import { placesIn, wordsOf, type Places, type Word } from './rules/words.ts'

/** What a text says of how soon somebody must look, and by which rule. */
export interface Reading {
  level: Level
  /** null: nothing that cannot wait */
  danger: Danger | null
  rule: string | null
}

/** So far around what a rule found something else takes it back. */
const AROUND = 6
/** So many words of a long text are read at a time, and the next ones from so many further on. */
const STRETCH = 100
const STEP = 75
const AT_ONCE = RULES.filter(isAtOnce)
const HALF = 0.5
/** Cannot wait, and no rule knows why: 112 is right for all of them. */
const UNKNOWN = { name: 'wording', danger: 'health', level: 'atOnce' } as const
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
  const reading = readBy(WEIGHTS, text)
  lately.set(text, reading)
  return reading
}

const lately = new Map<string, Reading>()
const MOST_KEPT = 32

/** As {@link readUrgency}, by any weights, and keeping nothing. */
export function readBy(weights: Weights, text: string): Reading {
  const readings = stretchesOf(wordsOf(text)).map((words) => readWords(words, weights))
  return readings.toSorted(byLevel)[0] ?? NOTHING
}

/** A long text in stretches that overlap, so that much of something else hides nothing. */
function stretchesOf(words: readonly Word[]) {
  const more = Math.max(0, Math.ceil((words.length - STRETCH) / STEP))
  const starts = Array.from({ length: more + 1 }, (_, at) => at * STEP)
  return starts.map((from) => words.slice(from, from + STRETCH))
}

/**
 * The score says whether it can wait, with what the rules found as one clue among others; by which
 * rule, and so whom to call, is said by the one that rings, or that comes nearest.
 */
function readWords(words: readonly Word[], weights: Weights): Reading {
  const places = placesIn(words)
  const holding = RULES.filter((rule) => holds(rule, places)).toSorted(byLevel)
  const ringing = holding.find(isAtOnce)
  if (scoreOf(cluesOf(words, places), ringing?.danger ?? null, weights) > 0) {
    return readingOf(ringing ?? nearest(places))
  }
  const rule = holding.find((one) => !isAtOnce(one))
  return rule ? readingOf(rule) : NOTHING
}

function readingOf({ level, danger, name }: Pick<Rule, 'level' | 'danger' | 'name'>): Reading {
  return { level, danger, rule: name }
}

function isAtOnce({ level }: Rule) {
  return level === 'atOnce'
}

/** Of the rules for what cannot wait the first of which most is named, if it is half. */
function nearest(places: Places) {
  const share = ({ needs }: Rule) =>
    needs.filter((field) => places.has(field)).length / needs.length
  const best = AT_ONCE.toSorted((one, other) => share(other) - share(one))[0]!
  return share(best) >= HALF ? best : UNKNOWN
}

function byLevel(one: Pick<Rule, 'level'>, other: Pick<Rule, 'level'>) {
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
