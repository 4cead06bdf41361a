import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Order, Place } from '../order.ts'

/**
 * How each database is asked so that it seeks to a place in an index and does not walk there. What a
 * hundred thousand petitions of one day have in common is the whole key but the id.
 */
type Query = DatabaseQueryBuilderContract
type Value = string | number | null

/** What the query builders of models and of tables have in common. */
interface Entered {
  where(column: string, value: Value): unknown
  whereNull(column: string): unknown
  whereIn(column: string, values: (string | number)[]): unknown
}

interface Columns {
  key: string | null
  id: string
}

/** What narrows a query to what comes after a place, in one statement or, one after the other, in two. */
export function beyond(place: Place | null, { key, id }: Columns, order: Order) {
  const later = order.beyond
  if (!place) return [() => {}]
  if (!key) return [(query: Query) => query.where(id, later, place.id)]
  const same = (query: Query) => query.where(key, place.key).where(id, later, place.id)
  const rest = (query: Query) => query.where(key, later, place.key)
  // SQLite seeks to the id behind one key, but not behind one key or another.
  if (!isMysql()) return [same, rest]
  return [
    (query: Query) => query.where((any) => rest(any as Query).orWhere((tie) => same(tie as Query))),
  ]
}

/**
 * Enters an index by the values of its first columns. MariaDB looks up what is equal and reads from the
 * end of it, however far the bound of the next column is, unless more than one value of the first column
 * is asked for; the other one is nobody's: 68,552 rows without it for page two of a small unit's
 * conclusions, 79 with it.
 *
 * @param of a query of a model or a table
 * @returns the column by which to order first, so that the index has the whole order
 */
export function entered(of: object, equal: (readonly [string, Value])[], isBounded: boolean) {
  if (!equal[0]) return null
  const query = of as Entered
  const [[first, value], ...others] = equal as [readonly [string, Value], ...typeof equal]
  for (const [column, one] of others) {
    if (one === null) query.whereNull(column)
    else query.where(column, one)
  }
  if (!isBounded || !isMysql()) {
    query.where(first, value!)
    return null
  }
  query.whereIn(first, [typeof value === 'number' ? 0 : '', value!])
  return first
}

function isMysql() {
  return db.connection().dialect.name === 'mysql'
}
