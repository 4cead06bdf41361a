import type { Officer } from '#organisation'
import { transaction } from '#shared/database/transaction'
import type { Typed } from '#shared/typed/typed'
import { LONGEST } from '../../longest.ts'
import type { PublicDay } from '../../models/public_day.ts'
import { demandChangeable } from './standing.ts'
import { writeChange } from './write_change.ts'

/**
 * The day is not held. Its list stays, whoever has an appointment is to be told, and another day may be
 * set in its place. Once more changes nothing.
 *
 * @throws Refusal; DayChanged where somebody was faster
 */
export async function cancelDay(day: PublicDay, officer: Officer, typed: Typed) {
  const { max, required } = { max: LONGEST.public_day_changes.reason, required: true } as const
  const reason = typed.read((form) => form.line('cancelReason', { max, required }))
  if (day.isCancelled) return
  demandChangeable(day, typed.text('version'))
  const change = { kind: 'cancelled', reason, fields: { cancelled: day.id } } as const
  await transaction((trx) => writeChange(day, officer, change, trx))
}
