import { dayOf, longDate, today } from '#shared/dates/turkish_date'
import type { Form } from '#shared/typed/typed'

/** What is promised for later than this is no promise. */
const AHEAD = { years: 2 }

/** The day by which something is done (2027-03-31): ahead, and not for ever. */
export function readPromiseDay(form: Form, after = today()) {
  const day = form.day('promiseDay', { required: true })
  if (!day) return ''
  const most = today().plus(AHEAD)
  if (dayOf(day) <= after || dayOf(day) <= today()) form.wrong('promiseDay', 'past')
  else if (dayOf(day) > most) form.wrong('promiseDay', 'far', { most: longDate(most) })
  return day.toISODate()!
}
