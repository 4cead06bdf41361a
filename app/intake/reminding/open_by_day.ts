import db from '@adonisjs/lucid/services/db'
import type { Stored } from '#shared/dates/stored'
import type { Owner } from '../own/own.ts'
import type { Stage } from '../stages.ts'
import type { Standing } from '../visibility.ts'
import { isoDay } from '../models/reminder.ts'
import { STANDING_COLUMNS, standingIn } from './counting/standing.ts'

/** An open petition as far as it says who must hear of its last days; days are ISO. */
export interface OpenByDay extends Standing, Owner {
  id: number
  version: number
  stage: Stage
  unitSince: Stored
  dueOn: string
  legalDueOn: string
}

/** Where a walk along the open petitions stands. */
export interface Reached {
  day: string
  id: number
}

export const BEFORE_ALL: Reached = { day: '1000-01-01', id: 0 }

const COLUMNS = ['id', 'version', 'stage', 'unit_since', 'due_on', 'legal_due_on', 'open_listed_on']
  .map((column) => `petitions.${column}`)
  .concat(STANDING_COLUMNS)

/**
 * The next open petitions in the order of their lists, along an index in which no concluded one stands.
 * Of many on one day the rest of that day first, so that none is read twice.
 */
export async function openByDay({ day, id }: Reached, most: number) {
  const same = await open(most)
    .where('petitions.open_listed_on', day)
    .where('petitions.id', '>', id)
    .orderBy('petitions.id')
  if (same.length === most) return pieceOf(same)
  const later = await open(most - same.length)
    .where('petitions.open_listed_on', '>', day)
    .orderBy('petitions.open_listed_on')
    .orderBy('petitions.id')
  return pieceOf([...same, ...later])
}

/** How many there are to walk through. */
export async function howManyOpen() {
  const [{ all }] = await db
    .from('petitions')
    .whereNotNull('open_listed_on')
    .count('open_listed_on as all')
  return Number(all)
}

function open(most: number) {
  return db
    .from('petitions')
    .leftJoin('petitioners', 'petitioners.petition_id', 'petitions.id')
    .select(...COLUMNS)
    .limit(most)
}

function pieceOf(rows: Record<string, never>[]) {
  const last = rows.at(-1)
  const reached: Reached | undefined = last && { day: isoDay(last.open_listed_on!), id: last.id! }
  return { petitions: rows.map(read), reached }
}

function read(row: Record<string, never>): OpenByDay {
  return {
    ...{ id: row.id!, version: row.version!, stage: row.stage!, unitSince: row.unit_since! },
    ...standingIn(row),
    ...{ dueOn: isoDay(row.due_on!), legalDueOn: isoDay(row.legal_due_on!) },
  }
}
