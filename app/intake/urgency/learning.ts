import { evaluate, type Judged } from './evaluation.ts'
import { readBy, type Reading } from './reading.ts'
import { cluesOf, type Clues, type Weights } from './rules/score.ts'
import { placesIn, wordsOf } from './rules/words.ts'

/** How much one word of a text of one word weighs, and one field, beside the bias. */
const WORD = 3
const FIELD = 0.2
/** A word of fewer texts says nothing yet. */
const SEEN = 2
const ROUNDS = 150
/** Holds weights small: what one text says shall not be taken for a law. */
const RESTRAINT = 7e-4
const FOLDS = 5
/** Letters of a line. */
const WIDTH = 100

type Row = readonly (readonly [index: number, value: number])[]

/**
 * Weights by which judged texts come out as they are judged: logistic regression, with Nesterov's
 * steps, from zero; the same texts give the same weights. Some seconds for some thousand texts.
 */
export function learn(judged: readonly Judged[]): Weights {
  const clues = judged.map(({ text }) => cluesIn(text))
  const names = known(clues.map(namesOf))
  const rows = clues.map((one) => rowOf(one, names))
  const aims = judged.map(({ level }) => (level === 'atOnce' ? 1 : 0))
  return named(descended(rows, aims, names.size), names)
}

function cluesIn(text: string) {
  const words = wordsOf(text)
  return cluesOf(words, placesIn(words))
}

/** Stems and fields beside each other: a field is written with a colon, which no word has. */
function namesOf({ stems, fields }: Clues) {
  return [...stems, ...fields.map((field) => `:${field}`)]
}

function known(texts: readonly string[][]) {
  const counts = new Map<string, number>()
  for (const name of texts.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= SEEN).map(([name]) => name)
  return new Map(names.toSorted().map((name, index) => [name, index]))
}

function rowOf(clues: Clues, names: ReadonlyMap<string, number>): Row {
  const word = WORD / Math.sqrt(clues.stems.size || 1)
  return namesOf(clues)
    .filter((name) => names.has(name))
    .map((name) => [names.get(name)!, name.startsWith(':') ? FIELD : word] as const)
}

/** The last weight is the bias, which is not held small. */
function descended(rows: readonly Row[], aims: readonly number[], size: number) {
  const step = 2 / (0.25 * Math.max(...rows.map(lengthOf)) + RESTRAINT)
  let [weights, ahead, pace] = [new Float64Array(size + 1), new Float64Array(size + 1), 1]
  for (let round = 0; round < ROUNDS; round++) {
    const slope = slopeAt(ahead, rows, aims)
    const next = ahead.map((weight, at) => weight - step * slope[at]!)
    const faster = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2
    ahead = next.map((weight, at) => weight + ((pace - 1) / faster) * (weight - weights[at]!))
    ;[weights, pace] = [next, faster]
  }
  return weights
}

function lengthOf(row: Row) {
  return row.reduce((sum, [, value]) => sum + value * value, 1)
}

function slopeAt(weights: Float64Array, rows: readonly Row[], aims: readonly number[]) {
  const bias = weights.length - 1
  const slope = weights.map((weight, at) => (at === bias ? 0 : RESTRAINT * weight))
  for (const [at, row] of rows.entries()) {
    const score = row.reduce((sum, [index, value]) => sum + weights[index]! * value, weights[bias]!)
    const wrong = (1 / (1 + Math.exp(-score)) - aims[at]!) / rows.length
    for (const [index, value] of row) slope[index]! += wrong * value
    slope[bias]! += wrong
  }
  return slope
}

/** Weights as they are summed: how much a word or field counts is in them. */
function named(weights: Float64Array, names: ReadonlyMap<string, number>): Weights {
  const [stems, fields] = [new Map<string, number>(), new Map<string, number>()]
  for (const [name, index] of names) {
    if (name.startsWith(':')) fields.set(name.slice(1), weights[index]! * FIELD)
    else stems.set(name, weights[index]! * WORD)
  }
  return { bias: weights.at(-1)!, stems, fields }
}

/** How often a text of every file that was not learned from is read as it was judged: five folds. */
export function heldOut(files: ReadonlyMap<string, readonly Judged[]>) {
  const read = new Map<string, Reading>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (_: Judged, at: number) => at % FOLDS === fold
    const others = [...files.values()].flatMap((all) => all.filter((one, at) => !inFold(one, at)))
    const weights = learn(others)
    for (const { text } of [...files.values()].flatMap((all) => all.filter(inFold))) {
      read.set(text, readBy(weights, text))
    }
  }
  return [...files].map(([file, judged]) => ({
    file,
    ...evaluate(judged, (text) => read.get(text)!),
  }))
}

/** Weights as a module, names of one weight beside each other; what says next to nothing is left out. */
export function writtenWeights({ bias, stems, fields }: Weights) {
  return [
    '/** Written by `node ace urgency:learn FILES --write`: what words and fields speak for. */',
    'export const LEARNED = {',
    `  bias: ${Number(bias.toFixed(2))},`,
    `  stems: {\n${byWeight(stems)}\n  },`,
    `  fields: {\n${byWeight(fields)}\n  },`,
    '}\n',
  ].join('\n')
}

function byWeight(weights: ReadonlyMap<string, number>) {
  const groups = Map.groupBy(weights.keys(), (name) => weights.get(name)!.toFixed(1))
  return [...groups]
    .filter(([weight]) => Number(weight) !== 0)
    .toSorted(([one], [other]) => Number(other) - Number(one))
    .map(([weight, names]) => written(weight, names.toSorted().join(' ')))
    .join('\n')
}

/** As Prettier would. */
function written(weight: string, names: string) {
  const line = `    '${weight}': '${names}',`
  return line.length > WIDTH ? line.replace(': ', ':\n      ') : line
}
