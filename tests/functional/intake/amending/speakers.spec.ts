import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { says, send } from '#tests/support/at_the_card'
import { card, newest, PETITIONER, SPEAKER, told, written } from '#tests/support/brought'
import { wrapped } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'
import { brought, correct, fresh, stepsOf } from './corrected.ts'

const [HERS, HIS, NEW] = ['+905000123456', '+905000987654', '+905000123457']
const TOLD = { told: 'representative' }
const NEW_NUMBER = { representativePhone: '0500 012 34 57' }

const speaker = () => db.from('representatives').first()

test.group('The desk corrects who speaks for a petitioner', (group) => {
  wrapped(group)

  test('name, relation and proof in one step, which keeps what stood there, sealed', async ({
    client,
    assert,
  }) => {
    await written(client, { ...PETITIONER, ...SPEAKER })
    const petition = await newest()
    const masa = await officer('masa')
    const page = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(masa)
    page.assertTextIncludes('value="Avukat Deneme"')
    page.assertTextIncludes('value="123******50"')
    assert.notInclude(page.text(), SPEAKER.representativeId)
    const said = { relation: 'relative', representative: 'Yakın Deneme', proof: 'familyRecord' }
    const left = { representativeId: '123******50', proofNote: '', ...TOLD, told: 'petitioner' }
    const done = await correct(client, masa, petition, { ...said, ...left })
    done.assertStatus(303)
    assert.deepEqual(await stepsOf(petition), ['received', 'amended'])
    const rows = await db.from('amendments').orderBy('id')
    assert.sameMembers(
      rows.map(({ field }) => field),
      ['relation', 'representative', 'proof', 'proofNote']
    )
    assert.notInclude(JSON.stringify(rows), 'Avukat')
    const shown = await card(client, petition)
    for (const word of ['Yakın Deneme', 'Yakını', 'Nüfus kayıt örneği', '123******50']) {
      assert.include(shown, word)
    }
    const after = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(masa)
    for (const word of ['Avukat Deneme', 'Avukatı', 'Vekâletname', 'Noterliği']) {
      after.assertTextIncludes(word)
    }
  })

  test('who is told at a new number gets a code there, and the old number hears of it', async ({
    client,
    assert,
  }) => {
    await written(client, { ...PETITIONER, ...SPEAKER, ...TOLD })
    const petition = await newest()
    const masa = await officer('masa')
    ;(await correct(client, masa, petition, NEW_NUMBER)).assertStatus(303)
    assert.deepEqual(await stepsOf(petition), ['received', 'telephoneAmended', 'secretRenewed'])
    const all = await told()
    assert.deepEqual(all, [`received ${HIS}`, `telephoneChanged ${HIS}`, `renewed ${NEW}`])
    assert.equal((await brought(petition)).phone, HERS)
  })

  test('nobody hears of a number at which nobody is told', async ({ client, assert }) => {
    await written(client, { ...PETITIONER, ...SPEAKER })
    const petition = await newest()
    const masa = await officer('masa')
    ;(await correct(client, masa, petition, NEW_NUMBER)).assertStatus(303)
    assert.deepEqual(await told(), [`received ${HERS}`])
    assert.deepEqual(await stepsOf(petition), ['received', 'amended'])
    await written(client, { ...PETITIONER, ...SPEAKER, ...TOLD, text: 'Yol.' })
    const other = await newest()
    ;(await correct(client, masa, other, { phone: '0500 012 34 58' })).assertStatus(303)
    assert.deepEqual(await stepsOf(other), ['received', 'amended'])
    assert.deepEqual(await told(), [`received ${HERS}`, `received ${HIS}`])
  })

  test('another person told: the code moves with the messages, and back', async ({
    client,
    assert,
  }) => {
    await written(client, { ...PETITIONER, ...SPEAKER })
    const petition = await newest()
    const masa = await officer('masa')
    ;(await correct(client, masa, petition, TOLD)).assertStatus(303)
    const sent = [`received ${HERS}`, `telephoneChanged ${HERS}`, `renewed ${HIS}`]
    assert.deepEqual(await told(), sent)
    const fields = await db.from('amendments').select('field')
    assert.deepEqual(fields, [{ field: 'told' }])
    // Whoever is taken away is told no longer: the form says to whom instead.
    const alone = await correct(client, masa, await fresh(petition), { relation: '' })
    alone.assertStatus(422)
    alone.assertTextIncludes(says('intake.problems.told.nobody'))
    const both = { relation: '', told: 'petitioner', representative: 'Avukat Deneme' }
    ;(await correct(client, masa, await fresh(petition), both)).assertStatus(303)
    assert.isNull(await speaker())
    assert.deepEqual((await told()).slice(3), [`telephoneChanged ${HIS}`, `renewed ${HERS}`])
    const after = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(masa)
    after.assertTextIncludes('Avukat Deneme')
  })

  test('the silence stays with the old number', async ({ client, assert }) => {
    await written(client, { ...PETITIONER, ...SPEAKER, ...TOLD })
    const petition = await newest()
    const masa = await officer('masa')
    await send(client, masa, petition, 'susturma', { reason: 'wrongNumber' })
    ;(await correct(client, masa, await fresh(petition), NEW_NUMBER)).assertStatus(303)
    assert.lengthOf(await db.from('silences').whereNull('lifted_at'), 1)
    const messages = await client.get(`/dosya/${petition.number}/mesajlar`).loginAs(masa)
    assert.notInclude(messages.text(), says('notification.silences.lift'))
  })

  test('somebody who speaks is written down later; without a number the code is printed', async ({
    client,
    assert,
  }) => {
    const petition = await received({ phone: null })
    const masa = await officer('masa')
    const said = { representative: 'Yakın Deneme', ...TOLD }
    const done = await correct(client, masa, petition, said)
    done.assertStatus(303)
    assert.match(done.header('location')!, /^\/masa\/alindi\//)
    const { relation, declines_texts: declines } = (await speaker())!
    assert.equal(relation, 'other')
    assert.isFalse(Boolean(declines))
    const texts = { texts: 'declined' }
    ;(await correct(client, masa, await fresh(petition), texts)).assertStatus(303)
    assert.isTrue(Boolean((await speaker())!.declines_texts))
  })

  test('nobody sends what is none', async ({ client }) => {
    const petition = await received()
    const masa = await officer('masa')
    for (const [field, value] of [
      ['relation', 'friend'],
      ['representative', 'x'.repeat(121)],
      ['representativeId', '12345678951'],
      ['representativePhone', '0266 373 10 00'],
      ['proof', 'word'],
      ['proofNote', 'x'.repeat(301)],
      ['told', 'neighbour'],
      ['told', 'representative'],
    ] as const) {
      const page = await correct(client, masa, petition, { [field]: value })
      page.assertStatus(422)
      page.assertTextIncludes(`${field}-problem`)
    }
  })
})
