import type { DateTime } from 'luxon'
import { stamp } from './stored.ts'
import { today } from './turkish_date.ts'

/** By their names in addresses and sentences: this week, the one before it. */
export const PERIODS = ['week', 'lastWeek'] as const

/**
 * A span of days of which figures and lists speak: from the first moment of its first day in Türkiye
 * up to the first moment after its last one. Weeks begin on Monday.
 */
export class Period {
  static thisWeek() {
    return this.#weeksAgo(0)
  }

  static named(name: string | undefined) {
    const ago = PERIODS.findIndex((known) => known === name)
    return ago < 0 ? null : this.#weeksAgo(ago)
  }

  static #weeksAgo(ago: number) {
    const monday = today().startOf('week').minus({ weeks: ago })
    return new Period(monday, monday.plus({ weeks: 1 }), ago)
  }

  private constructor(
    readonly from: DateTime,
    readonly before: DateTime,
    private readonly ago: number = PERIODS.length
  ) {}

  /** What addresses and sentences call it; empty for one that no page asks for. */
  get name() {
    return PERIODS[this.ago] ?? ''
  }

  get previous() {
    return new Period(this.from.minus({ weeks: 1 }), this.from, this.ago + 1)
  }

  /** Both in one span: what stands side by side is read by one statement. */
  get withPrevious() {
    return new Period(this.previous.from, this.before)
  }

  has(moment: DateTime) {
    return moment >= this.from && moment < this.before
  }

  /** Narrows a query to what happened in it, by a column of moments. */
  narrow<Query extends object>(query: Query, column: string): Query {
    this.narrowFrom(query, column)
    ;(query as unknown as Conditions).where(column, '<', stamp(this.before))
    return query
  }

  /** The same from its first moment on, without an end. */
  narrowFrom<Query extends object>(query: Query, column: string): Query {
    ;(query as unknown as Conditions).where(column, '>=', stamp(this.from))
    return query
  }
}

/** What the query builders of models and of tables have in common. */
interface Conditions {
  where(column: string, operator: string, value: unknown): this
}
