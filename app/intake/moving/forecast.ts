import type { DateTime } from 'luxon'
import { above, Calendar, Holiday, reachedBy } from '#organisation'
import { daysBetween } from '#shared/dates/turkish_date'
import type { LastDays } from '../models/last_day.ts'
import { movedDays, rulesOf } from './moved_days.ts'
import { openPetitions, type OpenPetition } from './open_petitions.ts'

/** So many open petitions are looked at before a page says what would be. */
const MOST = 500

/** Days off that somebody would enter, in place of a row or of none. */
export interface Proposed {
  /** null: for the whole country */
  authorityId: number | null
  forTree: boolean
  portion: string
  name: string
  kind: string
  days: readonly DateTime[]
  /** the row that says otherwise so far */
  replaces?: number
}

/** What entering days off would do to the last days of open petitions. */
export class Forecast {
  /** petitions of which a last day would move */
  moved = 0
  /** of these: whose promised day would move, which they are told */
  promised = 0
  /** by how many days, at least and at most */
  least = Infinity
  most = 0

  static async of(proposed: Proposed, limit = MOST) {
    const ids = await reachedBy(proposed)
    const found = await openPetitions(ids, 0, limit + 1)
    const petitions = found.slice(0, limit)
    const rules = await rulesOf(petitions)
    const calendars = new Map<number, Calendar>()
    const forecast = new Forecast(found.length > limit, limit)
    for (const petition of petitions) {
      const { authorityId } = petition
      const known = calendars.get(authorityId)
      const calendar = known ?? (await calendarWith(proposed, authorityId))
      calendars.set(authorityId, calendar)
      forecast.#add(petition, movedDays(petition, rules, proposed.days, calendar))
    }
    return forecast
  }

  private constructor(
    /** there are more open petitions than were looked at */
    readonly isBounded: boolean,
    readonly looked: number
  ) {}

  /** By how many days: 1 · 1–2 */
  get range() {
    return this.least === this.most ? `${this.least}` : `${this.least}–${this.most}`
  }

  #add({ days }: OpenPetition, moved: LastDays) {
    const by = Object.entries(moved).map(([clock, { on }]) =>
      daysBetween(days[clock as keyof LastDays]!.dueOn, on)
    )
    if (by.length === 0) return
    this.moved += 1
    if (moved.promise) this.promised += 1
    this.least = Math.min(this.least, ...by)
    this.most = Math.max(this.most, ...by)
  }
}

/** The authority's calendar as it would be. */
async function calendarWith({ days, replaces, ...proposed }: Proposed, authorityId: number) {
  const rows = await Holiday.thatCountAt(authorityId, await above(authorityId))
  const others = rows.filter(({ id }) => id !== replaces)
  return new Calendar([...others, ...days.map((day) => ({ ...proposed, day }))])
}
