import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Stored } from '#shared/dates/stored'
import { isoDay } from '../../models/reminder.ts'
import { withPetitions, type Waiting } from '../../reminding/counting/waiting.ts'
import { isPlacedFor } from './decides.ts'
import type { ObjectionLevel } from './level.ts'

interface Row {
  level: ObjectionLevel
  answering_id: number
  given_by: number | null
  last_day: Stored
}

/** The objections that officers of an authority have to decide, for the digest of a day. */
export async function waitingDecisions(authorityId: number, day: DateTime): Promise<Waiting[]> {
  const open = db
    .from('objections')
    .where({ 'objections.deciding_id': authorityId, 'objections.state': 'open' })
    .orderBy('objections.due_on')
    .select('objections.level', 'objections.unit_id as answering_id')
    .select('objections.given_by', 'objections.due_on as last_day')
  const found = await withPetitions<Row>(open, 'objections')
  return found.map(({ row, petition }) => {
    const { level, answering_id: unitId, given_by: givenBy } = row
    const placed = { level, unitId, givenBy, decidingId: authorityId }
    const isLate = isoDay(row.last_day) < day.toISODate()!
    return {
      petition,
      countsFor: (officer) =>
        isPlacedFor(officer, placed)
          ? ['objections', ...(isLate ? (['lateObjections'] as const) : [])]
          : [],
    }
  })
}
