import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { read } from '#shared/database/read'
import { readUnion } from '#shared/database/union'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { statementsOf } from '#tests/support/databases/statements'

test.group('Reading by a known statement', (group) => {
  emptied(group)

  test('gives rows as any other way does, by a statement that listeners hear', async ({
    assert,
  }) => {
    const { authority } = await district()
    const sql = 'select * from units where authority_id = ? order by id'
    let rows: unknown[] = []
    const { statements } = await statementsOf(async () => {
      rows = await read(sql, [authority.id])
    })
    assert.isNotEmpty(rows)
    assert.deepEqual(rows, await db.from('units').where('authority_id', authority.id).orderBy('id'))
    assert.deepEqual(statements, [sql])
  })

  test('takes what somebody typed for a value and nothing else', async ({ assert }) => {
    const typed = `' or 1 = 1 -- \\' ? ??`
    assert.deepEqual(await read('select ? as said', [typed]), [{ said: typed }])
    assert.deepEqual(await read('select id from units where code = ?', [typed]), [])
  })

  test('says what was wrong, and keeps no connection for it', async ({ assert }) => {
    // More often than the pool has connections.
    for (let turn = 0; turn < 25; turn++) {
      await assert.rejects(() => read('select code from nowhere', []), /nowhere/)
    }
    assert.lengthOf(await read('select 1 as one', []), 1)
  })

  test('puts selections one after the other, each with its own end', async ({ assert }) => {
    const part = (code: number) => ({ sql: 'select ? as code limit 1', bindings: [code] })
    assert.deepEqual(await readUnion([part(3), part(1), part(2)]), [
      { code: 3 },
      { code: 1 },
      { code: 2 },
    ])
  })
})
