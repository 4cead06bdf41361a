import { type DateTime } from 'luxon'
import type { Petition } from '#intake'
import type { Calendar } from '#organisation'
import { dayOf, longDate, today } from '#shared/dates/turkish_date'
import type { Form } from '#shared/typed/typed'

/** Where the law's own day has passed already. */
const AT_MOST = { days: 30 }

/** By when a unit is to answer: a working day from today to the law's last day. */
export function readDay(form: Form, { legalDueOn }: Petition, calendar: Calendar) {
  const day = form.day('day', { required: true })
  const legal = dayOf(legalDueOn)
  const most = legal < today() ? today().plus(AT_MOST) : legal
  if (day && (dayOf(day) < today() || dayOf(day) > most)) {
    form.wrong('day', 'range', { most: longDate(most) })
  } else if (day && !calendar.isWorkingDay(day)) form.wrong('day', 'off')
  return day as DateTime
}
