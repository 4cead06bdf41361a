import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

/** A synchronous multi-writer cluster replicates rows by primary key, and refuses tables without. */
test.group('Primary keys', () => {
  test('every table has one', async ({ assert }) => {
    const tables = await db.connection().getAllTables()
    assert.isAbove(tables.length, 10)

    const without = []
    for (const table of tables) {
      if (!(await hasPrimaryKey(table))) {
        without.push(table)
      }
    }
    assert.deepEqual(without, [])
  })
})

async function hasPrimaryKey(table: string) {
  if (db.connection().dialect.name === 'mysql') {
    const keys = await db.rawQuery(`SHOW KEYS FROM ?? WHERE Key_name = 'PRIMARY'`, [table])
    return keys[0].length > 0
  }
  const columns: { pk: number }[] = await db.rawQuery(`PRAGMA table_info(??)`, [table])
  return columns.some((column) => column.pk > 0)
}
