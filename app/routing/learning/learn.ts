import { calibrated } from './certainty.ts'
import type { Phrase } from './keywords.ts'
import type { Lesson } from './lesson.ts'
import { Model } from './model.ts'
import { diceOf, shuffle, solved } from './solver.ts'
import { tried } from './trial.ts'
import { vocabularyOf } from './vocabulary.ts'

/** What is to be learned: texts of units, and the keywords by which they are also known. */
export interface Teaching {
  lessons: readonly Lesson[]
  phrases: readonly Phrase<string>[]
}

/** Below a cost of 1 units with few texts are lost, above it nothing is won (docs/adr/0039). */
const EFFORT = { cost: 1, enough: 0.1 }
/** From so many decisions on the lists need no allowance, and a sample tells how sure to be. */
const MANY = 1000
const SAMPLE = 5000
const FOLDS = 5

/** Learns, and finds out how sure it may be from texts that it had not learned from. */
export function learn(teaching: Teaching) {
  const model = learned(teaching.lessons)
  const unseen = triedOut(teaching)
  return unseen.length > 0 ? new Model({ ...model.kept, ...calibrated(unseen) }) : model
}

/** One machine a unit, against the rest. */
export function learned(lessons: readonly Lesson[]) {
  const { rows, features } = vocabularyOf(lessons)
  const said = new Set(lessons.map(({ unit }) => unit).filter((unit) => unit !== null))
  const codes = [...said].toSorted()
  const solutions = codes.map((code) => {
    const signs = Int8Array.from(lessons, (lesson) => signOf(lesson, code))
    return solved(rows, signs, features.length, EFFORT)
  })
  return Model.of(codes, features, solutions)
}

function signOf({ unit, not }: Lesson, code: string) {
  if (unit === null) return not.includes(code) ? -1 : 0
  return unit === code ? 1 : -1
}

function triedOut({ lessons, phrases }: Teaching) {
  const decisions = lessons.filter(({ sort, unit }) => sort === 'decision' && unit !== null)
  const lists = lessons.filter(({ sort }) => sort === 'keyword' || sort === 'name')
  if (decisions.length >= MANY) {
    const some = byLot(decisions).slice(0, SAMPLE)
    return tried({ lists, texts: some, phrases, folds: FOLDS, of: 1 }, learned)
  }
  const texts = byLot(lessons.filter(({ unit }) => unit !== null)).filter(isText)
  return tried({ lists, texts, phrases: half(phrases), folds: FOLDS, of: FOLDS }, learned)
}

function isText({ sort }: Lesson) {
  return sort === 'example' || sort === 'decision'
}

function byLot<One>(list: readonly One[]) {
  return shuffle([...list.keys()], diceOf(list.length)).map((at) => list[at]!)
}

/**
 * Whoever wrote the examples wrote the keywords too, which therefore seem to know every text. Half of
 * them are taken away before they are tried: people say half of it with other words.
 */
function half(phrases: readonly Phrase<string>[]) {
  const dice = diceOf(phrases.length)
  return phrases.filter(() => dice(2) === 0)
}
