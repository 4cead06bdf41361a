import { medianDays } from './median_days.ts'
import { daysOf, outcomeOf } from './tallies/packed.ts'

/**
 * How petitions of a unit, or of all, ended in a week; one that was opened again may have ended twice.
 * Days are whole ones since they were received, as the calendar in Türkiye counts them.
 */
export class Conclusions {
  static sum(all: Iterable<Conclusions>) {
    const together = new Conclusions()
    for (const one of all) for (const [code, times] of one.byCode) together.add(code, times)
    return together
  }

  /** By what `packed` makes of an outcome and its days. */
  readonly byCode = new Map<number, number>()

  add(code: number, times: number) {
    this.byCode.set(code, (this.byCode.get(code) ?? 0) + times)
  }

  get times() {
    return [...this.byCode.values()].reduce((sum, times) => sum + times, 0)
  }

  get byOutcome() {
    return this.#by(outcomeOf)
  }

  get medianDays() {
    return medianDays(this.#by(daysOf))
  }

  #by<T>(of: (code: number) => T) {
    const sums = new Map<T, number>()
    for (const [code, times] of this.byCode) sums.set(of(code), (sums.get(of(code)) ?? 0) + times)
    return sums
  }
}
