import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { Asked } from './at_once.ts'
import type { Value } from '../read.ts'

/** As knex has put a query together. */
interface Query {
  toSQL(): { sql: string; bindings: readonly unknown[]; method?: string }
}

/** What is asked of a table's columns by their names, and of no expression. */
const PLAIN = /^select ((?:`\w+`\.)?(?:\*|`\w+`)(?:, (?:`\w+`\.)?(?:\*|`\w+`))*) from /
/** Of what has no limit: more than a page could show. MariaDB keeps a part's order only with one. */
const MOST = 10_000

/**
 * The same selection with each row as JSON, so that rows of different tables can stand in one answer;
 * null for one that cannot be put so: it goes by itself.
 */
export function selectionOf(query: Query, model: LucidModel): Asked | null {
  const { sql, bindings } = query.toSQL()
  const [whole, columns] = PLAIN.exec(sql) ?? []
  if (!whole || !bindings.every(isPlain)) return null
  const pairs = columns!.split(', ').flatMap((column) => pairsOf(column, model))
  const limit = sql.endsWith(' limit ?') ? '' : ` limit ${MOST}`
  const rest = `json_object(${pairs.join(', ')}) as json from ${sql.slice(whole.length)}${limit}`
  return { bindings: [...bindings], sql: (part) => `select ${part} as part, ${rest}` }
}

/** Names of columns, each before where it stands. */
function pairsOf(column: string, model: LucidModel) {
  const [name, table = `\`${model.table}\``] = column.split('.').toReversed() as [string, string?]
  if (name !== '*') return [`'${name.slice(1, -1)}', ${column}`]
  const all = [...model.$columnsDefinitions.values()]
  return all.map(({ columnName }) => `'${columnName}', ${table}.\`${columnName}\``)
}

function isPlain(value: unknown): value is Value {
  return value === null || typeof value === 'string' || typeof value === 'number'
}
