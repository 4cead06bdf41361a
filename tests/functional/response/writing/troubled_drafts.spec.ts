import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { troubles } from '#tests/support/databases/troubled_database'
import { heardLog } from '#tests/support/heard_log'
import { officer, referredTo } from '#tests/support/journey'

test.group('What is written of an answer while the database is in trouble', (group) => {
  emptied(group)

  // On MariaDB also one that is killed and started again.
  test('is kept by the next try, and what was kept before stays', async ({
    assert,
    client,
    cleanup,
  }) => {
    const possible = await troubles({ cleanup })
    for (const [name, begin] of Object.entries(possible)) {
      const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
      const keep = (turn: number, text: string) =>
        client
          .post(`/dosya/${petition.number}/cevap/taslak`)
          .loginAs(tarim)
          .withCsrfToken()
          .header('hx-request-type', 'partial')
          .form({ 'part': 'draft', 'sitting': 'sayfa-bir-0000000001', turn, 'draft-text': text })
      ;(await keep(1, 'Önceki söz')).assertStatus(200)
      const lines = await heardLog({ cleanup })
      const end = await begin()
      const failed = await keep(2, 'Saklanamayan söz').finally(end)
      assert.isAtLeast(failed.status(), 500, name)
      assert.notInclude(lines.join(''), 'Saklanamayan', name)
      const before = await client.get(`/dosya/${petition.number}`).loginAs(tarim)
      before.assertTextIncludes('Önceki söz')
      ;(await keep(3, 'Saklanamayan söz, yeniden')).assertStatus(200)
      const after = await client.get(`/dosya/${petition.number}`).loginAs(tarim)
      after.assertTextIncludes('Saklanamayan söz, yeniden')
      assert.lengthOf(await db.from('draft_sittings').where('petition_id', petition.id), 1)
    }
  }).timeout(300_000)
})
