import db from '@adonisjs/lucid/services/db'
import type { TestContext } from '@japa/runner/core'
import type { MariaDbServer } from '#tests/support/databases/mariadb_server'
import { onSecondDatabase } from '#tests/support/databases/second_database'

/** Brings one trouble; gives what ends it. */
type Trouble = () => Promise<() => unknown>

/**
 * What a database may do to an application, by its name: refuse what is written, say that somebody
 * else was in the way, lose its tables, be gone. The database itself says it each time. On MariaDB it
 * is a second server, which goes with the test.
 */
export async function troubles(context: Pick<TestContext, 'cleanup'>) {
  if (db.connection().dialect.name !== 'mysql') return onSqlite
  return onMariaDb(await onSecondDatabase(context))
}

const onSqlite: Record<string, Trouble> = {
  async refusing() {
    await db.rawQuery('PRAGMA query_only = ON')
    return () => db.rawQuery('PRAGMA query_only = OFF')
  },
  async busy() {
    await db.rawQuery('PRAGMA busy_timeout = 0')
    db.manager.add('other', db.manager.get(db.primaryConnectionName)!.config)
    await db.connection('other').rawQuery('BEGIN IMMEDIATE')
    return async () => {
      await db.manager.close('other', true)
      await db.rawQuery('PRAGMA busy_timeout = 5000')
    }
  },
  async broken() {
    const tables = await db.connection().getAllTables()
    const rename = (from: string, to: string) =>
      db.rawQuery('ALTER TABLE ?? RENAME TO ??', [from, to])
    for (const table of tables) await rename(table, `lost_${table}`)
    return async () => {
      for (const table of tables) await rename(`lost_${table}`, table)
    }
  },
}

function onMariaDb(server: MariaDbServer): Record<string, Trouble> {
  return {
    refusing: () => saying(1290, 'HY000'),
    deadlocking: () => saying(1213, '40001'),
    waiting: () => saying(1205, 'HY000'),
    async stopped() {
      await server.crash()
      return () => server.start()
    },
  }
}

/** Whatever is written, MariaDB answers with this error. */
async function saying(errno: number, state: string) {
  const tables = await db.connection().getAllTables()
  const names: string[] = []
  for (const table of tables.filter((one) => !one.startsWith('adonis_schema'))) {
    for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
      const name = `no_${event.toLowerCase()}_${table}`
      const signal = `SIGNAL SQLSTATE '${state}' SET MYSQL_ERRNO = ${errno}`
      await db.rawQuery(`CREATE TRIGGER ${name} BEFORE ${event} ON ${table} FOR EACH ROW ${signal}`)
      names.push(name)
    }
  }
  return async () => {
    for (const name of names) await db.rawQuery(`DROP TRIGGER ${name}`)
  }
}
