import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { globSync, readFileSync } from 'node:fs'

/**
 * A synchronous multi-writer cluster replicates rows by primary key, knows no locks of one server
 * only, and a page's cost must not grow with the years: what breaks these promises is never written.
 */
const NEVER = {
  'OFFSET reads all that it leaves out': /\.offset\(|\boffset \?/i,
  'pages by number need OFFSET and count(*)': /\.(paginate|forPage)\(/,
  'a lock of one server only': /\bget_lock\b|\block tables\b/i,
  'a trigger or a full-text index': /\bcreate trigger\b|\bfulltext\b/i,
  'ends in 2038 on MariaDB: dateTime': /\.timestamps?\(/,
  'a failing listener must roll the journey back': /emitter\.onError/,
}

test.group('Database', () => {
  test('every table has a primary key', async ({ assert }) => {
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

  for (const [why, pattern] of Object.entries(NEVER)) {
    test(`is never asked for: ${why}`, ({ assert }) => {
      const files = globSync('{app,commands,database,providers,start}/**/*.ts')
      const found = files.filter((file) =>
        pattern.test(withoutComments(readFileSync(file, 'utf8')))
      )
      assert.isAbove(files.length, 20)
      assert.deepEqual(found, [])
    })
  }
})

async function hasPrimaryKey(table: string) {
  if (db.connection().dialect.name === 'mysql') {
    const keys = await db.rawQuery(`SHOW KEYS FROM ?? WHERE Key_name = 'PRIMARY'`, [table])
    return keys[0].length > 0
  }
  const columns: { pk: number }[] = await db.rawQuery(`PRAGMA table_info(??)`, [table])
  return columns.some((column) => column.pk > 0)
}

function withoutComments(code: string) {
  return code.replace(/\/\*[^]*?\*\/|(?<!:)\/\/.*/g, '')
}
