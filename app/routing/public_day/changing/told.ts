import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { again } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { Appointment } from '../../models/appointment.ts'
import { DayChanged } from './standing.ts'

/**
 * Arandı: somebody with an appointment was told of the change that the page showed; twice is once.
 *
 * @throws DayChanged where there is a newer change by now, of which they know nothing
 */
export async function markTold({ id }: Appointment, { id: officerId }: Officer, change: string) {
  const told = { to_tell: null, told_by: officerId, told_at: stamp(DateTime.utc()) }
  const waiting = Appointment.query().where({ id, to_tell: Number(change) || 0 })
  const [marked] = await again(() => waiting.clone().update(told))
  if (Number(marked) === 1) return
  const { toTell } = await Appointment.findOrFail(id)
  if (toTell !== null) throw new DayChanged()
}

/** How many of each of these days are still to be told; a day without any is not among them. */
export async function toBeTold(dayIds: readonly number[]) {
  if (dayIds.length === 0) return new Map<number, number>()
  const rows = await Appointment.query()
    .whereIn('public_day_id', [...dayIds])
    .whereNotNull('to_tell')
    .select('public_day_id')
  const counts = new Map<number, number>()
  for (const { publicDayId: id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
