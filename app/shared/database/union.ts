import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { read, type Value } from './read.ts'

/**
 * Several selections, each with its own ORDER BY and LIMIT, one after the other. MariaDB takes them
 * in brackets and passes the rows on; as subqueries it would write each into a temporary table
 * first and read it a second time. SQLite knows no brackets there, and does not mind subqueries.
 */
export function union(parts: DatabaseQueryBuilderContract[]) {
  if (db.connection().dialect.name === 'mysql') return db.query().unionAll(parts, true)
  const [first, ...others] = parts.map((part, at) => db.from(part.as(`part_${at}`)).select('*'))
  return first!.unionAll(others)
}

/** A selection as text, with what stands in its places. */
export interface Selection {
  sql: string
  bindings: Value[]
}

/** The same of selections that are known as text. */
export function readUnion<Row>(parts: Selection[]) {
  const isMysql = db.connection().dialect.name === 'mysql'
  const texts = parts.map(({ sql }, at) =>
    isMysql ? `(${sql})` : `select * from (${sql}) as part_${at}`
  )
  return read<Row>(
    texts.join(' union all '),
    parts.flatMap(({ bindings }) => bindings)
  )
}
