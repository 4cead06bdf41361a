import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { alphabetical } from '#shared/database/alphabetical'

/** Behind whatever may follow in a key: `~` is its last letter. */
const BEHIND = '\x7f'

/** Narrows a query to what is from there; no tip-off, of which a place may give its petitioner away. */
export function inPlace(query: DatabaseQueryBuilderContract, column: string, place: string) {
  const key = alphabetical(place)
  return query.where(column, '>=', key).where(column, '<', key + BEHIND)
}
