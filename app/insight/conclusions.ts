import type { Outcome } from '#intake'
import { medianDays } from './median_days.ts'
import { daysOf, endingOf } from './tallies/packed.ts'

/** So many petitions ended so; one that was opened again may end a second time. */
export interface Ended {
  outcome: Outcome
  /** whole days since they were received, as the calendar in Türkiye counts them */
  days: number
  times: number
}

/** How petitions of a unit, or of all, ended in a week. */
export class Conclusions {
  static sum(all: Iterable<Conclusions>) {
    const together = new Conclusions()
    for (const one of all) for (const [code, times] of one.#times) together.add(code, times)
    return together
  }

  /** By `endingCode`. */
  readonly #times = new Map<number, number>()

  add(code: number, times: number) {
    this.#times.set(code, (this.#times.get(code) ?? 0) + times)
  }

  get all(): Ended[] {
    return [...this.#times].map(([code, times]) => ({ ...endingOf(code), times }))
  }

  get times() {
    return sum(this.#times.values())
  }

  /** How many ended as what. */
  get byOutcome() {
    const outcomes = new Map<Outcome, number>()
    for (const { outcome, times } of this.all) {
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + times)
    }
    return outcomes
  }

  get medianDays() {
    const byDays = new Map<number, number>()
    for (const [code, times] of this.#times) {
      const days = daysOf(code)
      byDays.set(days, (byDays.get(days) ?? 0) + times)
    }
    return medianDays(byDays)
  }
}

function sum(all: Iterable<number>) {
  let so = 0
  for (const one of all) so += one
  return so
}
