import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { later } from '#shared/dates/time_of_day'
import { Refusal } from '#shared/typed/problems'
import type { Form, Typed } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import { Appointment } from '../models/appointment.ts'
import { PublicDay } from '../models/public_day.ts'

/** Nobody hears more in a day. */
const MOST = 60

/**
 * Puts somebody on the list: the next time that is free, or nothing but a place where they came
 * without an appointment. The same person once more at the place that the form showed is the second
 * press.
 *
 * @throws Refusal
 */
export async function giveAppointment({ id }: PublicDay, officer: Officer, typed: Typed) {
  const person = typed.read(readPerson)
  const hasCome = typed.ticks('walkIn')
  const by = { givenBy: officer.id, givenAt: DateTime.utc() }
  let position = Number(typed.text('position')) || 1
  for (;;) {
    try {
      return await transaction(async (trx) => {
        // Held against whoever changes or cancels it just now (changing/write_change.ts).
        const day = await PublicDay.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
        const list = await listOf(day, trx)
        const there = list.find((one) => one.position === position)
        if (there?.name === person.name && there.phone === person.phone) return there
        if (day.isCancelled) throw new Refusal({ field: 'name', rule: 'cancelled' })
        if (list.length >= MOST) throw new Refusal({ field: 'name', rule: 'full' })
        position = 1 + (list.at(-1)?.position ?? 0)
        const at = hasCome ? null : timeAfter(day, list)
        const given = { ...person, ...by, publicDayId: id, position, at, state: 'expected' }
        return await Appointment.create(given, { client: trx })
      })
    } catch (error) {
      if (!isDuplicate(error, 'position')) throw error
    }
  }
}

function listOf({ id }: PublicDay, trx: TransactionClientContract) {
  return Appointment.query({ client: trx }).where('public_day_id', id).orderBy('position')
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
