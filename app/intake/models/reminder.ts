import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { ReminderSchema } from '#database/schema'
import type { Clock, Rung } from '#organisation'
import { insert } from '#shared/database/insert'
import { stamp, type Stored } from '#shared/dates/stored'
import type { PetitionRecord } from './petition_record.ts'
import type { Step } from './step.ts'

/** A rung of one petition, clock and last day (ISO), and whose people it reaches. */
export interface RungTaken {
  clock: Clock
  lastDay: string
  rung: Rung
  unitId: number
}

interface Row {
  id: number
  petition_id: number
  clock: Clock
  last_day: Stored
  rung: Rung
  unit_id: number
  until: Stored | null
}

/**
 * Hatırlatma: somebody was reminded of a last day of a petition, or it climbed to somebody. Each rung is
 * there once, which the table itself sees to; it stands until the petition is not open any more, or has
 * another last day or unit.
 */
export class Reminder extends ReminderSchema {
  /** What was taken for these petitions, in words that are compared; each with its id where it ended. */
  static async takenFor(ids: readonly number[]): Promise<Map<string, number | null>> {
    const rows: Row[] = await db
      .from('reminders')
      .whereIn('petition_id', [...ids])
      .select('id', 'petition_id', 'clock', 'last_day', 'rung', 'unit_id', 'until')
    const endedOf = ({ id, until }: Row) => (until === null ? null : id)
    return new Map(rows.map((row) => [keyOf(row.petition_id, asTaken(row)), endedOf(row)]))
  }

  static async standAgain(ids: readonly number[]) {
    if (ids.length === 0) return
    await db
      .from('reminders')
      .whereIn('id', [...ids])
      .update({ until: null })
  }

  /** In the transaction of their steps, all in one statement. */
  static async take(
    taken: readonly { petition: PetitionRecord; step: Step; rungs: readonly RungTaken[] }[],
    trx: TransactionClientContract
  ) {
    const rows = taken.flatMap(({ petition, step, rungs }) =>
      rungs.map(({ clock, lastDay, rung, unitId }) => ({
        ...{ petition_id: petition.id, authority_id: petition.authorityId, step_id: step.id },
        ...{ clock, last_day: lastDay, rung, unit_id: unitId, since: stamp(step.takenAt) },
      }))
    )
    if (rows.length > 0) await insert('reminders', rows, trx)
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
