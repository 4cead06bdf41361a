import { rowOf } from './vocabulary.ts'

/** Weights as whole numbers from -127 to 127, and how much one of them is. */
const MOST = 127

/** What a model is, as it is kept. */
export interface Kept {
  codes: string[]
  features: string[]
  /** by feature, then by code */
  weights: Int8Array
  /** by code */
  scales: number[]
  biases: number[]
  /** how much a unit's share of the keywords counts beside a margin */
  trust: number
  /** by which the sums are parted before they become certainties */
  temperature: number
}

/** Weights of words for units: linear, so that it can say which word spoke for which. */
export class Model {
  readonly #numbers: Map<string, number>

  constructor(readonly kept: Kept) {
    this.#numbers = new Map(kept.features.map((feature, at) => [feature, at]))
  }

  /** @param solutions by code, as `solved` gives them */
  static of(codes: string[], features: string[], solutions: Float64Array[]) {
    const weights = new Int8Array(features.length * codes.length)
    const scales = solutions.map((one) => largest(one) / MOST || 1)
    for (const [code, solution] of solutions.entries()) {
      for (let at = 0; at < features.length; at++) {
        weights[at * codes.length + code] = Math.round(solution[at]! / scales[code]!)
      }
    }
    const biases = solutions.map((one) => one[one.length - 1]!)
    return new Model({ codes, features, weights, scales, biases, ...UNTRIED })
  }

  /** How much a text speaks for each unit, in the order of `codes`. */
  margins(features: readonly string[]) {
    const { codes, weights, scales, biases } = this.kept
    const row = rowOf(features, this.#numbers)
    const sums = new Int32Array(codes.length)
    for (const feature of row.features) {
      const from = feature * codes.length
      for (let code = 0; code < codes.length; code++) sums[code]! += weights[from + code]!
    }
    return codes.map((_, at) => sums[at]! * scales[at]! * row.value + biases[at]!)
  }

  /** What one word adds for one unit more than for another, as if it stood alone. */
  speaksFor(features: readonly string[], code: string, other: string | undefined) {
    return this.#weight(features, code) - (other ? this.#weight(features, other) : 0)
  }

  #weight(features: readonly string[], code: string) {
    const { codes, weights, scales } = this.kept
    const at = codes.indexOf(code)
    if (at < 0) return 0
    const known = features.map((one) => this.#numbers.get(one)).filter((one) => one !== undefined)
    return known.reduce((sum, one) => sum + weights[one * codes.length + at]!, 0) * scales[at]!
  }
}

/** Before anything is known of how sure it may be. */
const UNTRIED = { trust: 1, temperature: 0.25 }

function largest(solution: Float64Array) {
  let most = 0
  for (let at = 0; at < solution.length - 1; at++) most = Math.max(most, Math.abs(solution[at]!))
  return most
}
