import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { Day, today } from '#shared/dates/turkish_date'
import { moment, type Stored } from '#shared/dates/stored'
import { isoDay } from '../../models/reminder.ts'
import { notOwn } from '../../own/not_own.ts'
import { readableBy } from '../../visibility.ts'
import { levelsOf } from './decides.ts'

interface Row {
  number: string
  made_at: Stored
  due_on: Stored
  unit_id: number
  authority_id: number
}

interface ToDecide {
  number: string
  madeAt: DateTime
  dueOn: DateTime
  isLate: boolean
  unitId: number
  authorityId: number
}

/** The open objections that this officer decides, the nearest day first, in one statement: so many at most. */
export async function objectionsToDecide(officer: Officer, most: number): Promise<ToDecide[]> {
  const hands = [officer.id, officer.actsFor?.id].filter((id) => id !== undefined)
  const query = db
    .from('objections')
    .join('petitions', 'petitions.id', 'objections.petition_id')
    .where({ 'objections.deciding_id': officer.authorityId, 'objections.state': 'open' })
    .whereIn('objections.level', levelsOf(officer))
    .where(
      (other) =>
        void other.whereNull('objections.given_by').orWhereNotIn('objections.given_by', hands)
    )
    .where((placed) => {
      void placed
        .whereNot('objections.level', 'head')
        .orWhereIn('objections.unit_id', officer.unitIds)
    })
    .orderBy('objections.due_on')
    .orderBy('objections.id')
    .limit(most)
    .select('petitions.number', 'objections.made_at', 'objections.due_on')
    .select('objections.unit_id', 'objections.authority_id')
  const rows: Row[] = await readableBy(notOwn(query, officer), officer)
  const now = today().toISODate()!
  return rows.map(({ number, made_at: madeAt, due_on: day, ...row }) => ({
    ...{ number, madeAt: moment(madeAt), dueOn: Day.parse(isoDay(day))! },
    ...{ isLate: isoDay(day) < now, unitId: row.unit_id, authorityId: row.authority_id },
  }))
}
