import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { MysqlConfig } from '@adonisjs/lucid/types/database'
import { test } from '@japa/runner'

test.group('A database on the same machine', () => {
  if (process.env.DB_CONNECTION !== 'mysql') return
  test('is reached by its socket and by TCP', async ({ assert, cleanup }) => {
    const { mysql } = app.config.get<{ connections: { mysql: MysqlConfig } }>(
      'database'
    ).connections
    const tcp = mysql.connection as Record<string, unknown>
    const [variable] = (await db.rawQuery(`show variables like 'socket'`))[0]
    // Nobody listens at this port: only the socket can have answered.
    const ways = { tcp, socket: { ...tcp, socketPath: variable.Value, port: 1 } }
    for (const [name, connection] of Object.entries(ways)) {
      db.manager.add(name, { ...mysql, connection })
      cleanup(() => db.manager.release(name))
      const [rows] = await db.connection(name).rawQuery('select user() as who')
      assert.equal(rows[0].who, `acik_kapi@${name === 'tcp' ? '127.0.0.1' : 'localhost'}`)
    }
  })
})
