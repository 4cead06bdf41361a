import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, received, referredTo, unit } from '#tests/support/journey'

const PARTIAL = { 'hx-request-type': 'partial' }

test.group('A preview at the queue', (group) => {
  emptied(group)

  test('stands beside its list, with and without a script, and is a look', async ({
    client,
    assert,
  }) => {
    const subject = (await district()).subjectByCode('tarim.destek')!
    const petition = await received({ subject, text: 'Destek ödemem yatmadı.' })
    const masa = await officer('masa')
    const path = `/masa/onizleme/${petition.number}?sira=konu`
    const page = await client.get(path).loginAs(masa)
    const part = await client.get(path).headers(PARTIAL).loginAs(masa)
    for (const one of [page, part]) {
      one.assertStatus(200)
      one.assertTextIncludes('Destek ödemem yatmadı.')
      one.assertTextIncludes(says('routing.preview.why.subject'))
      assert.match(one.text(), /type="radio" name="suggested" value="TAR"/)
      assert.match(one.text(), /action="\/masa\/yonlendirme\?[^"]*sira=konu/)
    }
    assert.notInclude(part.text(), '<main')
    assert.match(page.text(), /href="\/masa\?[^"]*sira=konu/, 'the list stands as it was asked for')
    assert.lengthOf(await db.from('views').where('officer_id', masa.id), 2)
  })

  test('says nothing of what its reader may not see, nor that it is there', async ({
    client,
    assert,
  }) => {
    const hidden = await received({ kind: 'complaint', complainedUnit: await unit('AKB') })
    const masa = await officer('masa')
    for (const number of [hidden.number, '2604812079']) {
      const path = `/masa/onizleme/${number}`
      const part = await client.get(path).headers(PARTIAL).loginAs(masa)
      part.assertStatus(404)
      const page = await client.get(path).loginAs(masa)
      page.assertStatus(404)
    }
    assert.isEmpty(await db.from('views'))
    assert.isEmpty(await db.from('onlookers'))
  })

  test('of what a unit has offers no referral', async ({ client, assert }) => {
    const { number } = await referredTo('TAR')
    const page = await client.get(`/masa/onizleme/${number}`).loginAs(await officer('masa'))
    assert.include(page.text(), 'data-preview')
    assert.notInclude(page.text(), 'id="refer"')
  })
})
