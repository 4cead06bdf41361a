import type { DateTime } from 'luxon'
import { dayOf, today } from '#shared/dates/turkish_date'
import type { Calendar, DayOff } from './calendar.ts'
import type { Rule } from './deadline.ts'
import { whyThisDay } from './why_this_day.ts'

/** A last day as it was said, with the words of then. */
export interface DaySaid {
  dueOn: DateTime
  reason: string
  reasonEn: string
  rolledFrom: DateTime | null
  /** as a row keeps them */
  daysOff: string | null
}

type Counting = Pick<Rule, 'id' | 'days' | 'counted' | 'rolls' | 'reason' | 'reasonEn'>
type Over = { day: string; name: string; kind: string }

/** Words for a reason that is no rule's, as of an extension. */
const LATER = {
  tr: '; sonradan ilan edilen tatil veya izin günü sayılmadı',
  en: '; days off that were announced later are not counted',
}
/** Characters that the column of a reason holds. */
const LONGEST = 300

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
  rule: Counting,
  daysOff: readonly DateTime[],
  calendar: Calendar
) {
  const before = dayOf(said.dueOn)
  if (before < today()) return null
  let on: DateTime = before
  let over = JSON.parse(said.daysOff ?? '[]') as Over[]
  for (const day of daysOff.map(dayOf)) {
    const isNews = calendar.isDayOff(day) && !over.some((one) => one.day === day.toISODate())
    if (day <= dayOf(receivedAt) || !isNews) continue
    const next = after(day, on, rule, calendar)
    if (!next) continue
    // That day, and those that the way onwards leads over; the old last day, where it is off too, has
    // its own turn.
    const way = calendar.daysOffBetween(on.plus({ days: 1 }), next)
    over = [...over, ...asKept([...calendar.holidaysOn(day)], way)]
    on = next
  }
  if (on <= before) return null
  const rolledFrom = rule.counted === 'working' ? undefined : (said.rolledFrom ?? said.dueOn)
  return {
    on,
    ruleId: rule.id,
    rolledFrom,
    daysOff: JSON.stringify(over),
    reason: (locale = 'tr') => reasonIn(locale, said, { rule, rolledFrom, over }),
  }
}

function after(day: DateTime, on: DateTime, rule: Counting, calendar: Calendar) {
  if (rule.counted === 'working') return day <= on ? calendar.addWorkingDays(on, 1) : null
  return rule.rolls && day.equals(on) ? calendar.nextWorkingDay(on) : null
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
  reckoned: { rule: Counting; rolledFrom: DateTime | undefined; over: Over[] }
) {
  const [was, byRule, later] =
    locale === 'tr'
      ? [said.reason, reckoned.rule.reason, LATER.tr]
      : [said.reasonEn, reckoned.rule.reasonEn, LATER.en]
  if (was.startsWith(byRule)) return whyThisDay(reckoned, locale)
  return was.endsWith(later) || was.length + later.length > LONGEST ? was : was + later
}
