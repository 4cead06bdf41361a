import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

type Row = Record<string, unknown>
type Value = string | number | boolean | null

/**
 * Puts rows into a table, all with the columns of the first, by one statement that the database has
 * prepared: knex puts its text together anew each time, and the database reads it anew. With what
 * Lucid does around it that was a third of a submission.
 *
 * @returns the id of the row; of several rows no one's
 * @throws after the end of the transaction, and whatever the database says
 */
export async function insert(table: string, rows: Row | Row[], trx: TransactionClientContract) {
  const all = Array.isArray(rows) ? rows : [rows]
  // What was not said gets the table's default.
  const columns = Object.keys(all[0]!).filter((column) => all[0]![column] !== undefined)
  const sql = textOf(table, columns, all.length)
  const values = all.flatMap((row) => columns.map((column) => (row[column] ?? null) as Value))
  // What knex does for any other statement. Its connection may be somebody else's by now.
  if (trx.isCompleted) throw new Error(`The transaction is over: ${sql}`)
  const { client } = trx.knexClient as unknown as Transacting
  const query = { sql, bindings: values }
  client.emit('query', query)
  try {
    return await put(await client.acquireConnection(), sql, values)
  } catch (error) {
    client.emit('query-error', error, query)
    throw error
  }
}

interface Query {
  sql: string
  bindings: Value[]
}

interface Transacting {
  client: {
    /** The transaction's own. */
    acquireConnection(): Promise<MysqlConnection | SqliteConnection>
    emit(event: 'query', query: Query): void
    emit(event: 'query-error', error: unknown, query: Query): void
  }
}

interface MysqlConnection {
  execute(
    sql: string,
    values: Value[],
    done: (error: Error | null, result: { insertId: number }) => void
  ): void
}

interface SqliteConnection {
  prepare(sql: string): { run(values: Value[]): { lastInsertRowid: number } }
}

function put(connection: MysqlConnection | SqliteConnection, sql: string, values: Value[]) {
  if (!('execute' in connection)) {
    // SQLite knows no booleans.
    const plain = values.map((value) => (typeof value === 'boolean' ? Number(value) : value))
    return connection.prepare(sql).run(plain).lastInsertRowid
  }
  return new Promise<number>((resolve, reject) => {
    connection.execute(sql, values, (error, result) =>
      error ? reject(error) : resolve(result.insertId)
    )
  })
}

const texts = new Map<string, string>()

/** Made once for a table, its columns and how many rows: a closed list, for all come from the program. */
function textOf(table: string, columns: string[], rows: number) {
  const key = `${table} ${rows} ${columns.join()}`
  const known = texts.get(key)
  if (known) return known
  const names = columns.map((column) => `\`${column}\``).join(', ')
  const places = `(${columns.map(() => '?').join(', ')})`
  const text = `insert into \`${table}\` (${names}) values ${Array(rows).fill(places).join(', ')}`
  texts.set(key, text)
  return text
}
