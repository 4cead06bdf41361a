import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { officer, received, referredTo, unit } from '#tests/support/journey'

const PARTIAL = { 'hx-request-type': 'partial' }
const open = (name: string) => says('intake.onlookers', { names: name })

test.group('Who else has a petition open', (group) => {
  emptied(group)

  test('stands on list, preview and card of whoever may see it, until they leave', async ({
    client,
    assert,
  }) => {
    const { number } = await received()
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    const asked = (path: string, who = masa) => client.get(path).headers(PARTIAL).loginAs(who)
    await asked(`/masa/onizleme/${number}`, sef)
    for (const path of ['/masa', `/masa/onizleme/${number}`, `/dosya/${number}/bakanlar`]) {
      const page = await asked(path)
      page.assertTextIncludes(open(sef.name))
    }
    const card = await client.get(`/dosya/${number}`).loginAs(masa)
    card.assertTextIncludes(open(sef.name))

    const left = client.post(`/dosya/${number}/bakanlar/birak`).loginAs(sef).withCsrfToken()
    const answer = await left.form({ seen: String(Math.floor(Date.now() / 1000)) })
    answer.assertStatus(204)
    const after = await asked('/masa')
    assert.notInclude(after.text(), open(sef.name))
  })
})

test.group('An onlooker', (group) => {
  emptied(group)

  test('who opened another petition since is not sent away by the page that was left', async ({
    client,
    assert,
  }) => {
    const [one, other] = [await received(), await received()]
    const sef = await officer('sef')
    await client.get(`/dosya/${one.number}`).loginAs(sef)
    await client.get(`/dosya/${other.number}`).loginAs(sef)
    const before = String(Math.floor(Date.now() / 1000) - 5)
    const left = client.post(`/dosya/${one.number}/bakanlar/birak`).loginAs(sef).withCsrfToken()
    await left.form({ seen: before })
    const rows = await db.from('onlookers')
    assert.deepEqual(
      rows.map((row) => row.petition_id),
      [other.id],
      'one row of an officer'
    )
  })

  test('of whom nothing was heard for two minutes is gone', async ({ client, assert }) => {
    const { number } = await received()
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    await client.get(`/dosya/${number}`).loginAs(sef)
    const long = DateTime.utc().minus({ minutes: 3 }).toFormat('yyyy-MM-dd HH:mm:ss')
    await db.from('onlookers').update({ seen_at: long })
    const page = await client.get('/masa').loginAs(masa)
    assert.notInclude(page.text(), open(sef.name))
  })

  test('is told to nobody who may not see the petition', async ({ client, assert }) => {
    const about = await received({ kind: 'complaint', complainedUnit: await unit('TAR') })
    const { number } = await referredTo('TAR')
    const sef = await officer('sef')
    await client.get(`/dosya/${about.number}`).loginAs(sef)
    const tarim = await officer('tarim')
    const part = await client.get(`/dosya/${about.number}/bakanlar`).headers(PARTIAL).loginAs(tarim)
    part.assertStatus(404)
    assert.notInclude(part.text(), sef.name)
    const own = await client.get(`/dosya/${number}/bakanlar`).headers(PARTIAL).loginAs(tarim)
    own.assertStatus(200)
    assert.notInclude(own.text(), sef.name)
  })
})
