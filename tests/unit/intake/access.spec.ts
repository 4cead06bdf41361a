import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { globSync, readFileSync } from 'node:fs'
import { Access } from '#intake'
import { wrapped } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'

test.group('That an officer looked', (group) => {
  wrapped(group)

  test('leaves a row of who looked at which petition', async ({ assert }) => {
    const [desk, petition] = [await officer('masa'), await received()]
    await Access.record(desk, { petition })
    await Access.record(desk, { petition })
    const rows = await db.from('views').select('officer_id', 'petition_id')
    const row = { officer_id: desk.id, petition_id: petition.id }
    assert.deepEqual(rows, [row, row])
    assert.isEmpty(await db.from('inquiries'))
  })

  test('leaves a row of a search for each thing that it looked for, and none for nothing', async ({
    assert,
  }) => {
    const desk = await officer('masa')
    await Access.record(desk, { searched: [{ number: '2604812079' }, { phoneIndex: 'x' }] })
    await Access.record(desk, { searched: [] })
    const rows = await db.from('inquiries').orderBy('id')
    assert.deepEqual(
      rows.map(({ kind, officer_id: id }) => [kind, id]),
      [
        ['number', desk.id],
        ['phone', desk.id],
      ]
    )
    assert.notInclude(JSON.stringify(rows), '2604812079')
    assert.isEmpty(await db.from('views'))
  })

  test('leaves a row of a mail and of a form from a cut line, by no id that stands there', async ({
    assert,
  }) => {
    const desk = await officer('masa')
    await Access.record(desk, { opened: { mail: 7123 } })
    await Access.record(desk, { opened: { outageForm: 7123 } })
    const [mail, form] = await db.from('inquiries').orderBy('id')
    assert.deepEqual([mail.kind, form.kind], ['mail', 'outageForm'])
    assert.notEqual(mail.digest, form.digest)
    assert.notInclude(mail.digest, '7123')
  })

  test('is written in one place', ({ assert }) => {
    const writes = /\b(View|Inquiry)\.(create|createMany|updateOrCreate|query)\b/
    const files = globSync('app/**/*.ts').filter((path) => writes.test(readFileSync(path, 'utf8')))
    assert.deepEqual(files, ['app/intake/access.ts'])
  })
})
