/** A text as numbers: which features it has, all of the same weight. */
export interface Row {
  features: Int32Array
  value: number
}

/** How much one wrong text may weigh, and how near to the best is near enough. */
export interface Effort {
  cost: number
  enough: number
}

/** All texts are looked at in the first round and once more; in the others those near the border. */
const MOST_ROUNDS = 7
const LOOKED_AGAIN = 3
/** What lies so far on its side is not near the border. */
const FAR = 0
/** Nearly no text is of this unit: whatever nobody knows anything of is not. */
const START = -1

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al.,
 * "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008).
 *
 * @param signs 1: of it; -1: not of it; 0: nobody knows
 * @returns weights of the features, the last one is the bias
 */
export function solved(rows: readonly Row[], signs: Int8Array, size: number, effort: Effort) {
  const weights = new Float64Array(size + 1)
  weights[size] = START
  const shares = new Float64Array(rows.length)
  const slack = 1 / (2 * effort.cost)
  const dice = diceOf(rows.length)
  const all = Int32Array.from(rows.keys()).filter((at) => signs[at] !== 0)
  let active = all.slice()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (round === LOOKED_AGAIN) active = all.slice()
    shuffle(active, dice)
    let [most, kept] = [0, 0]
    for (const at of active) {
      const { features, value } = rows[at]!
      const sign = signs[at]!
      const slope = sign * marginOf(weights, features, value) - 1 + slack * shares[at]!
      const isFree = shares[at]! > 0
      if (!isFree && slope > FAR) continue
      active[kept++] = at
      if (!isFree && slope >= 0) continue
      most = Math.max(most, Math.abs(slope))
      move(weights, rows[at]!, sign * step(shares, at, slope, lengthOf(rows[at]!) + slack))
    }
    active = active.slice(0, kept)
    if (most < effort.enough && round > LOOKED_AGAIN) break
  }
  return weights
}

/** How far on which side a text lies. */
function marginOf(weights: Float64Array, features: Int32Array, value: number) {
  let sum = 0
  for (let at = 0; at < features.length; at++) sum += weights[features[at]!]!
  return sum * value + weights[weights.length - 1]!
}

function lengthOf({ features, value }: Row) {
  return features.length * value * value + 1
}

function step(shares: Float64Array, at: number, slope: number, length: number) {
  const before = shares[at]!
  shares[at] = Math.max(before - slope / length, 0)
  return shares[at]! - before
}

function move(weights: Float64Array, { features, value }: Row, far: number) {
  for (let at = 0; at < features.length; at++) weights[features[at]!]! += far * value
  weights[weights.length - 1]! += far
}

/** Numbers from 0 below `until` by lot, the same each time: the same texts give the same model. */
export function diceOf(seed: number) {
  let state = (seed * 2654435761 + 1) >>> 0
  return (until: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * until)
  }
}

export function shuffle<List extends Int32Array | number[]>(
  list: List,
  dice: (n: number) => number
) {
  for (let at = list.length - 1; at > 0; at--) {
    const other = dice(at + 1)
    const kept = list[at]!
    list[at] = list[other]!
    list[other] = kept
  }
  return list
}
