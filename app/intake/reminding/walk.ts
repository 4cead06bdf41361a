import type { DateTime } from 'luxon'
import { authorities } from '#organisation'
import { Reminder } from '../models/reminder.ts'
import { askedOfUnits } from '../asked/of_units.ts'
import { ClimbedOfAll } from './climbed_of_all.ts'
import { endStanding } from './end_standing.ts'
import { NumbersOfAll, type News } from './numbers.ts'
import { Office } from './office.ts'
import { BEFORE_ALL, howManyOpen, openByDay, type OpenByDay } from './open_by_day.ts'
import { takeRungs, type Wanting } from './take_rungs.ts'
import { standingAgain, wantedOf } from './wanted.ts'

/** Open petitions that are looked at in one piece. */
const A_PIECE = 200

/** What a walk is for, and how it is watched and stopped. */
export interface Walking {
  /** the day in Türkiye */
  day: DateTime
  begunAt: DateTime
  news: News
  /** told after each piece */
  onWay?: (looked: number, all: number) => void
  /** asked before each piece */
  goesOn?: () => boolean
}

/** What became of it; null: it was stopped. */
export type Walked = {
  looked: number
  reminded: number
  numbers: NumbersOfAll
  /** of all authorities, by id */
  offices: ReadonlyMap<number, Office>
} | null

/**
 * Goes through all open petitions by their last day, takes the rungs that they have reached, and counts
 * for each person what there is to tell. Broken off anywhere it is walked again from the beginning:
 * what was taken is found, and counted as well.
 */
export async function walk({ day, begunAt, news, ...watched }: Walking): Promise<Walked> {
  const { onWay = () => {}, goesOn = () => true } = watched
  const offices = new Map<number, Office>()
  const [numbers, climbed] = [new NumbersOfAll(news), new ClimbedOfAll()]
  const all = await howManyOpen()
  await endStanding(goesOn)
  let [looked, reminded, at] = [0, 0, BEFORE_ALL]
  while (goesOn()) {
    const { petitions, reached } = await openByDay(at, A_PIECE)
    for (const id of new Set(petitions.map(({ authorityId }) => authorityId))) {
      if (!offices.has(id)) offices.set(id, await Office.of(id, day, begunAt))
    }
    reminded += await remind(petitions, offices)
    for (const one of atWork(petitions, offices)) {
      const office = offices.get(one.authorityId)!
      numbers.add(one, office)
      climbed.add(one, office)
    }
    looked += petitions.length
    onWay(looked, all)
    if (petitions.length < A_PIECE || !reached) {
      for (const [id, office] of offices) {
        if (!office.isOpen) continue
        for (const one of await askedOfUnits(id)) numbers.addAsked(one, office)
      }
      await climbed.save(await openToday(offices, day, begunAt))
      return { looked, reminded, numbers, offices }
    }
    at = reached
  }
  return null
}

/** All authorities that work today: one without an open petition has nothing that climbed. */
async function openToday(offices: Map<number, Office>, day: DateTime, begunAt: DateTime) {
  const all = await authorities()
  for (const { id } of all) {
    if (!offices.has(id)) offices.set(id, await Office.of(id, day, begunAt))
  }
  return all.map(({ id }) => id).filter((id) => offices.get(id)!.isOpen)
}

async function remind(petitions: readonly OpenByDay[], offices: ReadonlyMap<number, Office>) {
  const pressed = atWork(petitions, offices)
  const taken = await Reminder.takenFor(pressed.map(({ id }) => id))
  const officeOf = ({ authorityId }: OpenByDay) => offices.get(authorityId)!
  await Reminder.standAgain(pressed.flatMap((one) => standingAgain(one, officeOf(one), taken)))
  const wanting = pressed.map((petition): Wanting => {
    const clocks = wantedOf(petition, officeOf(petition), taken)
    return { petition, clocks }
  })
  return takeRungs(wanting.filter(({ clocks }) => clocks.length > 0))
}

/** Of authorities that work today. */
function atWork(petitions: readonly OpenByDay[], offices: ReadonlyMap<number, Office>) {
  return petitions.filter(({ authorityId }) => offices.get(authorityId)!.isOpen)
}
