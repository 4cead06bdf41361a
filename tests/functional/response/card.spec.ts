import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { PhoneNumber } from '#shared/phone_number'
import { Contact } from '#response'
import { Referral } from '#routing'
import { open } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, received, referredTo, unit } from '#tests/support/journey'

const AYSE = {
  name: 'Ayşe Deneme',
  phone: PhoneNumber.parse('0500 012 34 56'),
  address: 'Zeytinli Mahallesi 3',
}

test.group('A petition’s card', (group) => {
  wrapped(group)

  test('opens for bureau, managers and the charged unit; for others it does not exist', async ({
    client,
  }) => {
    const petition = await referredTo('TAR')
    for (const login of ['masa', 'sef', 'kaymakam', 'tarim', 'tarim.amir']) {
      const page = await open(client, await officer(login), petition)
      page.assertStatus(200)
    }
    for (const login of ['orman', 'orman.amir', 'bilgiislem']) {
      const page = await open(client, await officer(login), petition)
      page.assertStatus(404)
    }
    const nobody = await client.get(`/dosya/${petition.number}`)
    nobody.assertStatus(401)
  })

  test('answers a petition of others as a number that was never given', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const tarim = await officer('tarim')
    const hidden = await open(client, tarim, petition)
    const unknown = await client.get('/dosya/2600000000').loginAs(tarim)
    hidden.assertStatus(404)
    unknown.assertStatus(404)
    assert.equal(hidden.text().replaceAll(petition.number, '2600000000'), unknown.text())
  })

  test('leaves a row for every look, and none for a look that was refused', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const [tarim, orman] = [await officer('tarim'), await officer('orman')]
    await open(client, tarim, petition)
    await open(client, tarim, petition)
    await open(client, orman, petition)
    const views = await db.from('views').where('petition_id', petition.id)
    assert.deepEqual(
      views.map((view) => view.officer_id),
      [tarim.id, tarim.id]
    )
  })

  test('shows a unit whom it answers, and on a tip-off hides it', async ({ client, assert }) => {
    const [police, masa] = [await officer('emniyet'), await officer('masa')]
    const request = await referredTo('EMN', AYSE)
    const known = await open(client, police, request)
    known.assertTextIncludes('Ayşe Deneme')
    known.assertTextIncludes('Zeytinli Mahallesi 3')

    const tipOff = await referredTo('EMN', { ...AYSE, kind: 'tipOff' })
    const hidden = await open(client, police, tipOff)
    hidden.assertStatus(200)
    for (const word of ['Ayşe', '012', 'Zeytinli Mahallesi 3']) {
      assert.notInclude(hidden.text(), word)
    }
    const bureau = await open(client, masa, tipOff)
    bureau.assertTextIncludes('Ayşe Deneme')
  })

  test('does not tell a unit what the bureau noted about a tip-off', async ({ client, assert }) => {
    const petition = await referredTo('AKB', { kind: 'tipOff' })
    const masa = await officer('masa')
    const note = 'Ayşe Hanım ile görüşüldü, kimliğinin saklanmasını istedi.'
    await Contact.make(petition, masa, { way: 'visit', result: 'reached', note })
    const police = await officer('emniyet')
    await Referral.make(petition, await unit('EMN'), masa)

    const bureau = await open(client, masa, petition)
    bureau.assertTextIncludes(note)
    const seen = await open(client, police, petition)
    seen.assertStatus(200)
    assert.notInclude(seen.text(), 'Ayşe Hanım')
  })

  test('is not there any more for a unit that gave the petition back', async ({ client }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    await (await Referral.currentOf(petition)).giveBack(tarim, 'Bize ait değil.')
    const page = await open(client, tarim, petition)
    page.assertStatus(404)
  })
})
