import db from '@adonisjs/lucid/services/db'

export type Value = string | number | null
type Values = readonly Value[]
type Done = (error: Error | null, rows: unknown[]) => void

/**
 * The rows of a statement whose text is known, by a connection of the pool: knex and Lucid put theirs
 * together anew each time.
 */
export async function read<Row>(sql: string, values: Values): Promise<Row[]> {
  const { client } = db.connection().getReadClient() as unknown as { client: Pool }
  const connection = await client.acquireConnection()
  try {
    // Whoever listens hears it as any other one.
    client.emit('query', { sql, bindings: values })
    return (await rowsOf(connection, sql, values)) as Row[]
  } finally {
    await client.releaseConnection(connection)
  }
}

interface Pool {
  acquireConnection(): Promise<Mysql | Sqlite>
  releaseConnection(connection: unknown): Promise<void>
  emit(event: 'query', query: { sql: string; bindings: Values }): void
}
type Mysql = { query(sql: string, values: Values, done: Done): void }
type Sqlite = { prepare(sql: string): { all(values: Values): unknown[] } }

function rowsOf(connection: Mysql | Sqlite, sql: string, values: Values) {
  if (!('query' in connection)) return connection.prepare(sql).all(values)
  return new Promise<unknown[]>((resolve, reject) => {
    connection.query(sql, values, (error, rows) => (error ? reject(error) : resolve(rows)))
  })
}
