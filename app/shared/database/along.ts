import db from '@adonisjs/lucid/services/db'

/**
 * A table that is read along one of its indexes, whatever MariaDB last counted of it: of a table that
 * grew at once, or is small still, it reads all of it and sorts. SQLite takes the index of an order.
 *
 * @param columns of the index, as its migration says them
 */
export function along(table: string, columns: readonly string[]): string {
  if (db.connection().dialect.name !== 'mysql') return table
  const index = `${[table, ...columns].join('_')}_index`
  // Lucid hands on what knex takes, and says less of it.
  return db.raw('?? force index (??)', [table, index]) as unknown as string
}
