import type { DateTime } from 'luxon'
import { Acts } from './acts.js'
import type { Cast } from './cast.js'
import type { Dice } from './dice.js'
import type { OfficeHours } from './office_hours.js'
import type { Plan } from './plans.js'

export interface World {
  cast: Cast
  dice: Dice
  hours: OfficeHours
  now: DateTime
}

const AT_THE_OFFICE = ['desk', 'phone', 'publicDay']
const DAY = 24 * 60

/**
 * One petition from its first day on: tells the moment of its next act, and plays it when it is
 * asked for the one after.
 */
export async function* story(plan: Plan, world: World): AsyncGenerator<DateTime, undefined> {
  const received = receivedAt(plan, world)
  yield received
  const acts = await Acts.begin(plan, world)

  const course = acts.course()
  const end = endOf(plan, received, world)
  let at = received
  for (const [position, act] of course.entries()) {
    const ahead = course.length - position + (plan.ending === 'concluded' ? 0 : 1)
    at = momentOfNext(at, end, ahead, world)
    yield at
    await act()
  }
  return undefined
}

function receivedAt({ channel, ageInDays }: Plan, { now, hours, dice }: World) {
  const day = now.minus({ days: ageInDays })
  if (!AT_THE_OFFICE.includes(channel)) return day.minus({ minutes: dice.between(2, 10 * 60) })
  if (ageInDays > 0) return hours.before(day)
  const justNow = now.minus({ minutes: dice.between(4, 150) })
  if (hours.isOpen(justNow)) return justNow
  const today = hours.before(now)
  return today < now ? today : hours.before(now.minus({ days: 1 }))
}

/** When all has happened: most are answered within a week, one in ten is late. */
function endOf({ ending }: Plan, received: DateTime, { now, dice, hours }: World) {
  if (ending !== 'concluded') return now
  const days = dice.percent(10) ? dice.between(8, 12) : dice.between(1, 6)
  const end = hours.after(received.plus({ minutes: days * DAY + dice.between(0, DAY) }))
  return end < now ? end : now.minus({ minutes: dice.between(5, 90) })
}

/**
 * What is still ahead is spread evenly until the end, in office hours wherever they allow it, and never
 * later than now: a petition that is to have come back has, also on a Monday on which little time is left.
 */
export function momentOfNext(
  at: DateTime,
  end: DateTime,
  ahead: number,
  { hours, now, dice }: Omit<World, 'cast'>
) {
  const minutes = end.diff(at, 'minutes').minutes / ahead
  const even = at.plus({ minutes: Math.max(minutes, dice.between(7, 60)) })
  const open = hours.after(even)
  if (open <= now) return open
  return even <= now ? even : at.plus(now.diff(at).toMillis() / (ahead + 1))
}
