import type db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import type { Owner } from '../../own/own.ts'
import type { Standing } from '../../visibility.ts'
import { STANDING_COLUMNS, standingIn } from './standing.ts'
import type { Numbers } from './told.ts'

/** What waits for somebody beside the last days of a petition, which may be over. */
export interface Waiting {
  petition: Standing & Owner
  /** the numbers in which it counts for somebody who sees the petition; none: it is not theirs */
  countsFor(officer: Officer): (keyof Numbers)[]
}

/** So many of each list of an authority are counted in a day's round. */
const MOST = 1000

/**
 * The rows of a list with their petitions, in the order of the list.
 *
 * @param query of a table that has a `petition_id`, with what is selected of it
 */
export async function withPetitions<Row extends object>(
  query: ReturnType<typeof db.from>,
  table: string
) {
  const rows: Record<string, never>[] = await query
    .join('petitions', 'petitions.id', `${table}.petition_id`)
    .leftJoin('petitioners', 'petitioners.petition_id', 'petitions.id')
    .select(...STANDING_COLUMNS)
    .limit(MOST)
  return rows.map((row) => ({ row: row as unknown as Row, petition: standingIn(row) }))
}
