import type { DateTime } from 'luxon'
import type { Calendar } from '#organisation'
import { longDate, today } from '#shared/dates/turkish_date'
import type { Form } from '#shared/typed/typed'

export type WorkingDays = Pick<Calendar, 'isWorkingDay'>

/** Nobody plans further ahead. */
const AHEAD = { days: 180 }

/** The day on which it is tried again (2026-12-02), an open one; null where nobody said one. */
export function readNextDay(form: Form, calendar: WorkingDays) {
  const day = form.day('next')
  if (day) note(form, 'next', day)
  if (day && !calendar.isWorkingDay(day)) form.wrong('next', 'closed')
  return day?.toISODate() ?? null
}

/**
 * The day of a visit or an appointment (2026-12-02). One on which the house is closed is asked about
 * first: whoever means it ticks `anyway`.
 */
export function readDay(form: Form, calendar: WorkingDays) {
  const day = form.day('day', { required: true })
  if (!day) return ''
  note(form, 'day', day)
  if (!calendar.isWorkingDay(day) && !form.ticks('anyway')) form.wrong('day', 'closed')
  return day.toISODate()!
}

function note(form: Form, field: string, day: DateTime) {
  const most = today().plus(AHEAD)
  if (day < today()) form.wrong(field, 'past')
  if (day > most) form.wrong(field, 'far', { most: longDate(most) })
}
