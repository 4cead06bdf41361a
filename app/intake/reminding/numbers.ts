import type { DateTime } from 'luxon'
import type { Clock, Hand, Officer } from '#organisation'
import { moment } from '#shared/dates/stored'
import { isOwn } from '../own/own.ts'
import { isAbout, unitOf } from '../visibility.ts'
import { addressees } from './addressees.ts'
import type { AskedOfUnit } from '../asked/of_units.ts'
import type { Office } from './office.ts'
import type { OpenByDay } from './open_by_day.ts'
import { seesNow } from './sees_now.ts'
import { NOTHING, type Numbers } from './counting/told.ts'
import type { Waiting } from './counting/waiting.ts'
import { AT_WORK, lastDayOf, waits } from './wanted.ts'

/** Until when a person's news were told, and until when they are now. */
export interface News {
  since(officerId: number): DateTime
  until: DateTime
}

/** Numbers of each person of all authorities: memory grows with the people, not with petitions. */
export class NumbersOfAll {
  readonly people = new Map<number, { officer: Officer; numbers: Numbers }>()

  constructor(private readonly news: News) {}

  /** A petition once for each person, in the most pressing of its numbers. */
  add(petition: OpenByDay, office: Office) {
    const said = new Map<number, keyof Numbers>()
    const note = (what: keyof Numbers) => (hand: Hand) => {
      const { id } = hand.officer
      if (!said.has(id)) said.set(id, what)
      this.#of(hand)
    }
    const past = mostPressing(petition, office)
    const what = stateOf(past.days)
    const workers = addressees('today', petition, office).hands
    if (what === 'late' || past.rungs.includes(what)) workers.forEach(note(what))
    for (const rung of past.rungs.filter((one) => !AT_WORK.includes(one))) {
      addressees(rung, petition, office).hands.forEach(note('climbed'))
    }
    for (const [id, key] of said) this.people.get(id)!.numbers[key]++
    if (!office.charge(petition).unit.isBureau) this.#tellNews(petition, workers)
  }

  /** Of one unit, of petitions that complain about the same or about nobody. */
  addAsked({ unitId, count, ...about }: AskedOfUnit, { hands }: Office) {
    const asked = hands.filter(
      ({ officer }) => unitOf(officer) === unitId && !isAbout(officer, about)
    )
    for (const hand of eachOnce(asked)) this.#of(hand).asked += count
  }

  /**
   * For each who sees the petition and works on it, whether it is open or over; once for a person,
   * also where it is theirs in somebody's place as well.
   */
  addWaiting({ petition, countsFor }: Waiting, { hands }: Office) {
    const said = new Set<string>()
    for (const hand of hands) {
      const { officer } = hand
      const keys = countsFor(officer).filter((key) => !said.has(`${officer.id} ${key}`))
      if (keys.length === 0 || !seesNow(officer, petition) || isOwn(officer, petition)) continue
      for (const key of keys) {
        said.add(`${officer.id} ${key}`)
        this.#of(hand)[key]++
      }
    }
  }

  #tellNews({ unitSince }: OpenByDay, workers: readonly Hand[]) {
    const came = moment(unitSince)
    if (came > this.news.until) return
    for (const hand of eachOnce(workers)) {
      if (came > this.news.since(hand.officer.id)) this.#of(hand).news++
    }
  }

  #of({ officer }: Hand) {
    const known = this.people.get(officer.id)
    if (known) return known.numbers
    const numbers = { ...NOTHING }
    this.people.set(officer.id, { officer, numbers })
    return numbers
  }
}

/** Whoever works in somebody's place too has two hands, and is one person. */
function eachOnce(hands: readonly Hand[]) {
  return new Map(hands.map((hand) => [hand.officer.id, hand])).values()
}

function mostPressing(petition: OpenByDay, office: Office) {
  const of = (clock: Clock) => {
    const lastDay = lastDayOf(petition, clock)
    return { days: office.past(lastDay), rungs: office.rungs(clock, lastDay) }
  }
  const clocks = (['promise', 'legal'] as const).filter((one) => !waits(petition, one, office))
  const past = clocks.map(of)
  const rungs = [...new Set(past.flatMap((one) => one.rungs))]
  return { days: Math.max(...past.map(({ days }) => days)), rungs }
}

function stateOf(past: number) {
  if (past > 0) return 'late'
  return past === 0 ? 'today' : 'soon'
}
