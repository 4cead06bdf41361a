import type { Match } from './keywords.ts'

/** Letters that are not there: one short word alone does not say everything. */
const DOUBT = 4

/** How much of the keywords in a text is each unit's, from 0 to 1. */
export function sharesOf<Label>(matches: ReadonlyMap<Label, Match>) {
  const all = matches.values().reduce((sum, { letters }) => sum + letters, DOUBT)
  return new Map(matches.entries().map(([label, { letters }]) => [label, letters / all]))
}

/** Sums as certainties that are 1 together. */
export function softmax(sums: readonly number[], temperature: number) {
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp((sum - most) / temperature))
  const all = powers.reduce((one, other) => one + other, 0)
  return powers.map((power) => power / all)
}

/** A text that the model has not learned from: margins and shares by unit, and which one is right. */
export interface Tried {
  margins: readonly number[]
  shares: readonly number[]
  right: number
}

const TRUSTS = [0.4, 0.7, 1, 1.5, 2]
const TEMPERATURES = [0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.36, 0.43, 0.5, 0.6, 0.7, 0.85, 1]
/** What is said to be sure, and how often it must have been right. */
const SURE = 0.8
const RIGHT = 0.95

/**
 * The trust and temperature by which what was right was least surprising, and from there as much more
 * doubt as it takes until what is called sure was right nearly always: people will write otherwise
 * than whoever wrote these texts.
 */
export function calibrated(tried: readonly Tried[]): Certainty {
  const all = TRUSTS.flatMap((trust) => TEMPERATURES.map((temperature) => ({ trust, temperature })))
  const surprise = all.map((one) => tried.reduce((sum, text) => sum + surpriseOf(text, one), 0))
  const best = all[surprise.indexOf(Math.min(...surprise))]!
  const warmer = TEMPERATURES.filter((temperature) => temperature >= best.temperature)
  const temperature = warmer.find((one) => isModest(tried, { ...best, temperature: one }))
  return { ...best, temperature: temperature ?? warmer.at(-1)! }
}

function surpriseOf(text: Tried, certainty: Certainty) {
  return -Math.log(Math.max(certaintiesOf(text, certainty)[text.right]!, 1e-6))
}

function isModest(tried: readonly Tried[], certainty: Certainty) {
  const sure = tried
    .map((text) => ({ text, all: certaintiesOf(text, certainty) }))
    .filter(({ all }) => Math.max(...all) > SURE)
  const right = sure.filter(({ text, all }) => all[text.right]! > SURE)
  return right.length >= RIGHT * sure.length
}

function certaintiesOf({ margins, shares }: Tried, { trust, temperature }: Certainty) {
  const sums = margins.map((margin, at) => margin + trust * shares[at]!)
  return softmax(sums, temperature)
}

interface Certainty {
  trust: number
  temperature: number
}
