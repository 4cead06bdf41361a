import type { Petition } from '#intake'
import type { Calendar } from '#organisation'
import { dayOf, longDate, today } from '#shared/dates/turkish_date'
import type { Form } from '#shared/typed/typed'

/** Where the law's own day has passed already. */
const AT_MOST = { days: 30 }

/** Working days that a unit has, where nobody says otherwise. */
const USUAL = 3

type Due = Pick<Petition, 'dueOn' | 'legalDueOn'>

/**
 * By when a unit is asked to answer where no day is typed: before the last day of the petition itself, or
 * before the law's, which a promise that waited may have passed.
 */
export function proposedDay({ dueOn, legalDueOn }: Due, calendar: Calendar) {
  const usual = calendar.addWorkingDays(today(), USUAL)
  const last = dayOf(legalDueOn) < dayOf(dueOn) ? dayOf(legalDueOn) : dayOf(dueOn)
  let before = last.minus({ days: 1 })
  while (!calendar.isWorkingDay(before)) before = before.minus({ days: 1 })
  const first = calendar.nextWorkingDay(today())
  const day = usual < before ? usual : before
  return day < first ? first : day
}

/** The day that was typed, a working day from today to the law's last day; or the proposed one. */
export function readDay(form: Form, petition: Due, calendar: Calendar) {
  const day = form.day('day')
  if (!day) return proposedDay(petition, calendar)
  const legal = dayOf(petition.legalDueOn)
  const most = legal < today() ? today().plus(AT_MOST) : legal
  if (dayOf(day) < today() || dayOf(day) > most) {
    form.wrong('day', 'range', { most: longDate(most) })
  } else if (!calendar.isWorkingDay(day)) form.wrong('day', 'off')
  return day
}
