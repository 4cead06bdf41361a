import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { again, isDuplicate } from '#shared/database/transaction'
import { later } from '#shared/dates/time_of_day'
import { Refusal } from '#shared/typed/problems'
import type { Form, Typed } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import { Appointment } from '../models/appointment.ts'
import type { PublicDay } from '../models/public_day.ts'

/** Nobody hears more in a day. */
export const MOST = 60

/**
 * Puts somebody on the list: the next time that is free, or nothing but a place where they came
 * without an appointment. The same person once more at the place that the form showed is the second
 * press.
 *
 * @throws Refusal
 */
export async function giveAppointment(day: PublicDay, officer: Officer, typed: Typed) {
  const person = typed.read(readPerson)
  const hasCome = typed.ticks('walkIn')
  let position = Number(typed.text('position')) || 1
  for (;;) {
    const list = await Appointment.query().where('public_day_id', day.id).orderBy('position')
    const there = list.find((one) => one.position === position)
    if (there?.name === person.name && there.phone === person.phone) return there
    if (list.length >= MOST) throw new Refusal({ field: 'name', rule: 'full' })
    position = 1 + (list.at(-1)?.position ?? 0)
    const at = hasCome ? null : timeAfter(day, list)
    const given = {
      publicDayId: day.id,
      position,
      at,
      givenBy: officer.id,
      givenAt: DateTime.utc(),
    }
    try {
      return await again(() => Appointment.create({ ...person, ...given, state: 'expected' }))
    } catch (error) {
      if (!isDuplicate(error, 'position')) throw error
    }
  }
}

function readPerson(form: Form) {
  const { name, about } = LONGEST.appointments
  return {
    name: form.line('name', { max: name, required: 'person' }),
    phone: form.phone('phone')?.e164 ?? null,
    about: form.line('about', { max: about }),
  }
}

/** @throws Refusal where the day has no time left */
function timeAfter({ beginsAt, minutes }: PublicDay, list: readonly Appointment[]) {
  const last = list.findLast(({ at }) => at !== null)
  const at = last ? later(last.at!, minutes) : beginsAt
  if (!at) throw new Refusal({ field: 'name', rule: 'late' })
  return at
}
