import type { DateTime } from 'luxon'
import { dayOf, today } from '#shared/dates/turkish_date'
import type { Calendar, DayOff } from '../calendar.ts'
import { type Counting, stands } from '../counting.ts'
import { countingOf, type CountingRule, type DaySaid, isPaused, type Kept, keptOf } from './said.ts'
import { saidWith } from './said.ts'
import { latestDay } from './waiting.ts'
import { withLater } from './why_moved.ts'
import { whyThisDay } from '../why_this_day.ts'

type Over = { day: string; name: string; kind: string }

/**
 * Where a running last day goes when days off are entered after it was said: onwards, or null when it
 * stays. It goes by these days alone and from what was said, so that nothing else that changed since
 * is charged to it; a day that it went round already is not counted twice. A last day that has passed
 * stays, and one that neither counts working days nor rolls on, as the 30 days of law 3071.
 *
 * @param calendar as it is with the days off
 */
export function movedDay(
  said: DaySaid,
  receivedAt: DateTime,
  rule: CountingRule,
  daysOff: readonly DateTime[],
  calendar: Calendar
) {
  const before = dayOf(said.dueOn)
  if (before < today() && !isPaused(said)) return null
  const latest = latestDay({ said, receivedAt, rule, calendar, on: today() })
  if (latest) return latest.on > before ? stillStanding(said, latest) : null
  const counting = countingOf(said, receivedAt, rule)
  let on: DateTime = before
  let over = JSON.parse(said.daysOff ?? '[]') as Over[]
  for (const day of daysOff.map(dayOf)) {
    const isNews = calendar.isDayOff(day) && !over.some((one) => one.day === day.toISODate())
    if (day <= dayOf(counting.start) || !isNews || isWithin(day, counting)) continue
    const next = after(day, on, counting, calendar)
    if (!next) continue
    // That day, and those that the way onwards leads over; the old last day, where it is off too, has
    // its own turn.
    const way = calendar.daysOffBetween(on.plus({ days: 1 }), next)
    over = [...over, ...asKept([...calendar.holidaysOn(day)], way)]
    on = next
  }
  if (on <= before) return null
  const isWorking = counting.counted === 'working'
  const rolledFrom = isWorking ? undefined : (said.rolledFrom ?? said.dueOn)
  return {
    on,
    ruleId: rule.id,
    ...(said.cause ? { kept: keptOf(counting, said.cause) } : {}),
    rolledFrom,
    daysOff: JSON.stringify(over),
    reason: (locale = 'tr') => reasonIn(locale, said, { rule, rolledFrom, over }),
  }
}

/** It stands as before, until a later day at the latest. */
function stillStanding(said: DaySaid, latest: NonNullable<ReturnType<typeof latestDay>>) {
  const { cause, countedFrom, amount, counted, rolls, pauses } = saidWith(said, {})
  const kept = { cause, countedFrom, amount, counted, rolls, pauses } as Kept
  return { ...latest, kept, reason: (locale = 'tr') => withLater(locale, said) }
}

/** A day on which the clock stood, or on which it stands by now, is not counted anyway. */
function isWithin(day: DateTime, counting: Counting) {
  const stood = stands(counting, day)
  return stood || counting.pauses.some(({ from, until }) => !until && day.toISODate()! >= from)
}

function after(day: DateTime, on: DateTime, counting: Counting, calendar: Calendar) {
  if (counting.counted === 'working') return day <= on ? calendar.addWorkingDays(on, 1) : null
  return counting.rolls && day.equals(on) ? calendar.nextWorkingDay(on) : null
}

function asKept(...days: DayOff[][]): Over[] {
  const all = days
    .flat()
    .map(({ day, name, kind }) => ({ day: dayOf(day).toISODate()!, name, kind }))
  return [...new Map(all.map((one) => [`${one.day} ${one.name}`, one])).values()]
}

function reasonIn(
  locale: string,
  said: DaySaid,
  reckoned: { rule: CountingRule; rolledFrom: DateTime | undefined; over: Over[] }
) {
  const { rule } = reckoned
  const [was, byRule] =
    locale === 'tr' ? [said.reason, rule.reason] : [said.reasonEn, rule.reasonEn]
  if (!said.cause && was.startsWith(byRule)) return whyThisDay(reckoned, locale)
  return withLater(locale, said)
}
