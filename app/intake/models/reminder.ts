import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { ReminderSchema } from '#database/schema'
import type { Clock, Rung } from '#organisation'
import { insert } from '#shared/database/insert'
import { stamp, type Stored } from '#shared/dates/stored'

/** A rung of one petition, clock and last day (ISO), and whose people it reaches. */
export interface RungTaken {
  clock: Clock
  lastDay: string
  rung: Rung
  unitId: number
}

interface Row {
  petition_id: number
  clock: Clock
  last_day: Stored
  rung: Rung
  unit_id: number
}

/**
 * Hatırlatma: somebody was reminded of a last day of a petition, or it climbed to somebody. Each rung is
 * there once, which the table itself sees to; it stands until the petition is not open any more, or has
 * another last day or unit.
 */
export class Reminder extends ReminderSchema {
  /** What was taken for these petitions, each in words that are compared. */
  static async takenFor(ids: readonly number[]) {
    const rows: Row[] = await db
      .from('reminders')
      .whereIn('petition_id', [...ids])
      .select('petition_id', 'clock', 'last_day', 'rung', 'unit_id')
    return new Set(rows.map((row) => keyOf(row.petition_id, asTaken(row))))
  }

  /** In the transaction of the step. */
  static take(
    { id, authorityId }: { id: number; authorityId: number },
    step: { id: number; takenAt: DateTime },
    rungs: readonly RungTaken[],
    trx: TransactionClientContract
  ) {
    const own = { petition_id: id, authority_id: authorityId, step_id: step.id }
    const rows = rungs.map(({ clock, lastDay, rung, unitId }) => ({
      ...own,
      ...{ clock, last_day: lastDay, rung, unit_id: unitId, since: stamp(step.takenAt) },
    }))
    return insert('reminders', rows, trx)
  }
}

export function keyOf(petitionId: number, { clock, lastDay, rung, unitId }: RungTaken) {
  return [petitionId, clock, lastDay, rung, unitId].join(' ')
}

function asTaken(row: Row): RungTaken {
  const { clock, rung, unit_id: unitId } = row
  return { clock, rung, unitId, lastDay: isoDay(row.last_day) }
}

/** A day as a plain row has it. */
export function isoDay(day: Stored) {
  return (typeof day === 'string' ? day : day.toISOString()).slice(0, 10)
}
