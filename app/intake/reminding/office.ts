import { DateTime } from 'luxon'
import { Catalogue, handsOf, laddersOf, reached, workingDaysPast } from '#organisation'
import type { Clock, Hand, Ladder, Rung } from '#organisation'
import { Charge } from '../charge.ts'
import type { OpenByDay } from './open_by_day.ts'

/** An authority as a round finds it at its start: its rules, its calendar, its people. */
export class Office {
  readonly #past = new Map<string, number>()
  readonly #alike = new Map<string, readonly Hand[]>()

  static async of(authorityId: number, day: DateTime, begunAt: DateTime) {
    const catalogue = await Catalogue.of(authorityId)
    const ladders = await laddersOf(authorityId, begunAt)
    return new Office(catalogue, ladders, await handsOf(authorityId), day)
  }

  private constructor(
    private readonly catalogue: Catalogue,
    private readonly ladders: Record<Clock, Ladder>,
    readonly hands: readonly Hand[],
    private readonly day: DateTime
  ) {}

  /** Whether anybody is there to be reminded today. */
  get isOpen() {
    return this.catalogue.calendar.isWorkingDay(this.day)
  }

  /** Found once for all petitions of one sort. */
  alike(key: string, find: () => readonly Hand[]) {
    const hands = this.#alike.get(key) ?? find()
    this.#alike.set(key, hands)
    return hands
  }

  charge(petition: OpenByDay) {
    return new Charge(petition, this.catalogue)
  }

  get bureauId() {
    return this.catalogue.bureau.id
  }

  /** Working days since a last day (ISO), negative before it. */
  past(lastDay: string) {
    const known = this.#past.get(lastDay)
    if (known !== undefined) return known
    const on = DateTime.fromISO(lastDay, { zone: 'utc' })
    const past = workingDaysPast(on, this.day, this.catalogue.calendar)
    this.#past.set(lastDay, past)
    return past
  }

  rungs(clock: Clock, lastDay: string): Rung[] {
    return reached(this.ladders[clock], this.past(lastDay))
  }
}
