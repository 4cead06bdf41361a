import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Officer } from '#organisation'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { later, minuteOf } from '#shared/dates/time_of_day'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { LONGEST } from '../../longest.ts'
import { Appointment } from '../../models/appointment.ts'
import type { PublicDay } from '../../models/public_day.ts'
import { readHours } from '../day_form.ts'
import { demandChangeable } from './standing.ts'
import { writeChange } from './write_change.ts'

/**
 * Another day, other hours or another place: each appointment moves along, and whoever has one is to be
 * told. The same once more changes nothing.
 *
 * @throws Refusal; DayChanged where somebody was faster
 */
export async function changeDay(day: PublicDay, officer: Officer, typed: Typed) {
  const { reason, ...said } = typed.read((form) => ({
    ...readHours(form),
    reason: form.line('changeReason', { max: LONGEST.public_day_changes.reason }),
  }))
  const isMoved = said.day !== day.day || said.beginsAt !== day.beginsAt || said.place !== day.place
  if (!isMoved && said.minutes === day.minutes) return
  demandChangeable(day, typed.text('version'))
  const kind = isMoved ? 'moved' : 'paced'
  try {
    await transaction(async (trx) => {
      await writeChange(day, officer, { kind, reason, fields: said }, trx)
      await moveTimes(day, said.beginsAt, trx)
    })
  } catch (error) {
    if (isDuplicate(error, 'day')) throw new Refusal({ field: 'day', rule: 'taken' })
    throw error
  }
}

/** @throws Refusal where somebody's time would be after midnight */
async function moveTimes(day: PublicDay, begins: string, trx: TransactionClientContract) {
  const by = minuteOf(begins) - minuteOf(day.beginsAt)
  if (by === 0) return
  const list = await Appointment.query({ client: trx }).where('public_day_id', day.id)
  for (const appointment of list.filter(({ at }) => at !== null)) {
    const at = later(appointment.at!, by)
    if (!at) throw new Refusal({ field: 'begins', rule: 'late' })
    await appointment.merge({ at }).save()
  }
}
