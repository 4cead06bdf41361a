import { inTurkiye, today } from '#shared/dates/turkish_date'
import { minuteOf, TimeOfDay } from '#shared/dates/time_of_day'
import type { Form } from '#shared/typed/typed'
import { DateTime } from 'luxon'

/** Whoever writes 03.00 means 15.00. */
const FROM = 7 * 60
const UNTIL = 20 * 60

/** The hour of a plan (14:30), required of an appointment; null: no hour. */
export function readTime(form: Form, day: string, isRequired: boolean) {
  const at = form.as('at', TimeOfDay, { required: isRequired })
  if (!at) return null
  const minute = minuteOf(at)
  if (minute < FROM || minute > UNTIL) form.wrong('at', 'night')
  const now = inTurkiye(DateTime.now())
  const isToday = day === today().toISODate()
  if (isToday && minute <= now.hour * 60 + now.minute) form.wrong('at', 'past')
  return at
}

/** As long as it is open, nobody else has this officer at this quarter of an hour; null: no hour. */
export function slotOf(officerId: number, day: string, at: string | null) {
  if (!at) return null
  const minute = minuteOf(at)
  return `${officerId}.${day}.${minute - (minute % 15)}`
}
