import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { foldLogins } from '#database/folded_logins'
import { Officer } from '#organisation'
import { wrapped } from '#tests/support/database'

const onMysql = () => db.connection().dialect.name === 'mysql'

test.group('Logins from before they were folded', (group) => {
  wrapped(group)

  test('are found by what people type, and nobody takes another’s', async ({ assert }) => {
    const masa = await Officer.findByOrFail('login', 'masa')
    // MariaDB's column is ASCII.
    const former = ['Nobetci', 'MASA', 'Masa', 'ali veli', ...(onMysql() ? [] : ['şube'])]
    const row = (login: string) => ({
      authority_id: masa.authorityId,
      login,
      name: login,
      password: 'x',
    })
    await db.table('officers').multiInsert(former.map(row))
    await foldLogins(db.connection())
    const kept = await db.from('officers').whereIn('name', former).orderBy('id')
    const now = ['nobetci', 'masa2', 'masa3', 'ali.veli', ...(onMysql() ? [] : ['sube'])]
    assert.deepEqual(
      kept.map(({ login }) => login),
      now
    )
    assert.equal((await Officer.findByOrFail('login', 'masa')).name, 'Gülsüm Ortakçı')
  })
})
