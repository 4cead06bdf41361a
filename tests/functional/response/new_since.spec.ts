import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { officer, referredTo } from '#tests/support/journey'
import { statementsOf } from '#tests/support/databases/statements'
import { itIs, onAWednesday } from '#tests/support/reminding'

test.group('What is new in an inbox', (group) => {
  onAWednesday(group)
  emptied(group)

  async function inbox(client: ApiClient, headers: Record<string, string> = {}) {
    const page = await client
      .get('/birim')
      .headers(headers)
      .loginAs(await officer('tarim'))
    page.assertStatus(200)
    return page.text().match(/>Yeni</g)?.length ?? 0
  }

  test('came since the officer’s last look, and is marked until the next one', async ({
    client,
    assert,
  }) => {
    await referredTo('TAR')
    assert.equal(await inbox(client), 0, 'who never looked has no last look')
    itIs('2026-12-02T10:00:00Z')
    await referredTo('TAR', { text: 'Sulama kanalı taştı.' })
    itIs('2026-12-02T11:00:00Z')
    assert.equal(await inbox(client), 1)
    itIs('2026-12-02T11:20:00Z')
    assert.equal(await inbox(client), 1, 'the same look')
    itIs('2026-12-02T15:00:00Z')
    assert.equal(await inbox(client), 0)
    const rows = await db.from('last_looks')
    assert.lengthOf(rows, 1)
  })

  test('is written once for a look, and never by a part that asks by itself', async ({
    client,
    assert,
  }) => {
    await inbox(client)
    const partial = { 'hx-request': 'true', 'hx-request-type': 'partial' }
    const { statements } = await statementsOf(async () => {
      itIs('2026-12-02T09:10:00Z')
      await inbox(client)
      itIs('2026-12-02T12:00:00Z')
      await inbox(client, partial)
    })
    const written = statements.filter((sql) => /^(insert|update)/i.test(sql))
    assert.deepEqual(
      written.filter((sql) => sql.includes('last_looks')),
      []
    )
  })

  test('goes on when the clock was set back', async ({ client, assert }) => {
    await inbox(client)
    itIs('2026-11-20T09:00:00Z')
    await inbox(client)
    const [row] = await db.from('last_looks')
    assert.match(
      String(row.looked_at instanceof Date ? row.looked_at.toISOString() : row.looked_at),
      /2026-11-20/
    )
  })
})
