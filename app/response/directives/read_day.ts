import { dayOf, longDate, today } from '#shared/dates/turkish_date'
import type { Form } from '#shared/typed/typed'

const AHEAD = { days: 365 }

/** By when it is to be done (2026-12-09): today or later, within a year. */
export function readDirectiveDay(form: Form) {
  const day = form.day('directiveDay', { required: true })
  if (!day) return ''
  const most = today().plus(AHEAD)
  if (dayOf(day) < today()) form.wrong('directiveDay', 'past')
  if (dayOf(day) > most) form.wrong('directiveDay', 'far', { most: longDate(most) })
  return day.toISODate()!
}
