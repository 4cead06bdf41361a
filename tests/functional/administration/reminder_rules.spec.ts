import { test } from '@japa/runner'
import { Change, ReminderRule } from '#organisation'
import { page, send } from '#tests/functional/administration/as_chief'
import { emptied } from '#tests/support/database'
import { newOfficer, officer } from '#tests/support/journey'

const PATH = '/yonetim/takvim/hatirlatma/promise'
const SAID = { before: '3', onDay: 'no', head: '2', chief: '4', governor: '', version: '0' }

test.group('When somebody is reminded', (group) => {
  emptied(group)

  test('is what the house says until the authority says otherwise, and again when it gives that up', async ({
    client,
    assert,
  }) => {
    const calendar = await page(client, '/yonetim/takvim')
    calendar.assertTextIncludes('2 iş günü önce, son gün; sonra 1. iş günü birim amirine')
    ;(await send(client, PATH, SAID)).assertStatus(303)
    const said = await page(client, '/yonetim/takvim')
    said.assertTextIncludes('3 iş günü önce; sonra 2. iş günü birim amirine')
    said.assertTextIncludes('yöneticilere bildirilmez')
    ;(await send(client, PATH, { ...SAID, before: '1', version: '1' })).assertStatus(303)
    ;(await page(client, PATH)).assertTextIncludes('3 → 1')
    ;(await send(client, `${PATH}/birak`, { version: '1' })).assertStatus(303)
    const rows = await ReminderRule.query().orderBy('id')
    assert.deepEqual(
      rows.map(({ before, closedAt }) => [before, closedAt !== null]),
      [
        [3, true],
        [1, true],
      ]
    )
    const changes = await Change.query().where('thing', 'reminderRule').orderBy('id')
    assert.deepEqual(
      changes.map(({ sort }) => sort),
      ['added', 'amended', 'closed']
    )
  })

  test('is refused with a sentence when it cannot be, and all that was typed stays', async ({
    client,
    assert,
  }) => {
    for (const [wrong, sentence] of [
      [{ before: '0' }, '1 ile 60 arasında'],
      [{ before: '-2' }, '1 ile 60 arasında'],
      [{ head: '61' }, '1 ile 60 arasında'],
      [{ chief: 'iki' }, 'Gün sayısını rakamla yazın'],
      [{ head: '5' }, 'altındakilerden önce bildirilemez'],
      [{ onDay: 'belki' }, 'Son gün hatırlatılıp'],
    ] as const) {
      const answer = await send(client, PATH, { ...SAID, ...wrong })
      answer.assertStatus(422)
      answer.assertTextIncludes(sentence)
      const { onDay: _, version: __, ...typed } = { ...SAID, ...wrong }
      for (const value of Object.values(typed)) {
        if (value) answer.assertTextIncludes(`value="${value}"`)
      }
    }
    assert.isEmpty(await ReminderRule.all())
  })

  test('is told to the second of two, who may save over it', async ({ client }) => {
    ;(await send(client, PATH, SAID)).assertStatus(303)
    const second = await send(client, PATH, { ...SAID, before: '5' })
    second.assertStatus(409)
    second.assertTextIncludes('value="5"')
    second.assertTextIncludes('name="version" value="1"')
  })

  test('is for the chief alone, and for a clock that there is', async ({ client }) => {
    ;(await page(client, '/yonetim/takvim/hatirlatma/ogle')).assertStatus(404)
    for (const who of [await officer('masa'), await newOfficer('deneme', 'TAR', ['unitHead'])]) {
      ;(await client.get(PATH).loginAs(who).redirects(0)).assertStatus(403)
    }
  })
})
