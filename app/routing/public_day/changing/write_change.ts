import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { Appointment } from '../../models/appointment.ts'
import { DayChange, type DayChangeKind } from '../../models/day_change.ts'
import { PublicDay } from '../../models/public_day.ts'
import { DayChanged } from './standing.ts'

export interface Changing {
  kind: DayChangeKind
  reason: string | null
  fields: Partial<Pick<PublicDay, 'day' | 'beginsAt' | 'minutes' | 'place' | 'cancelled'>>
}

/**
 * Changes a day as it was read, keeps what it was, and notes who is to hear of it. By its version: whoever
 * is given an appointment meanwhile (`give_appointment.ts`) waits, and gets one of the new day.
 *
 * @throws DayChanged
 */
export async function writeChange(
  { id, version, day, beginsAt, minutes, place }: PublicDay,
  { id: madeBy }: Officer,
  { kind, reason, fields }: Changing,
  trx: TransactionClientContract
) {
  const asRead = PublicDay.query({ client: trx }).where({ id, version, cancelled: 0 })
  const [changed] = await asRead.update({ ...fields, version: version + 1 })
  if (Number(changed) !== 1) throw new DayChanged()
  const was = { publicDayId: id, day, beginsAt, minutes, place }
  const about = { kind, reason, madeBy, madeAt: DateTime.utc() }
  const change = await DayChange.create({ ...was, ...about }, { client: trx })
  if (kind === 'paced') return
  await Appointment.query({ client: trx })
    .where({ public_day_id: id, state: 'expected' })
    .update({ to_tell: change.id, told_by: null, told_at: null })
}
