import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { newOfficer, officer, received, referredTo, submitted } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { brought, correct, fresh, stepsOf } from './corrected.ts'

const OLD = PhoneNumber.parse('0500 012 34 56')!

test.group('The desk corrects what was written down wrongly', (group) => {
  wrapped(group)

  test('name, address and e-mail in one step, which keeps what stood there from units', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { email: 'eski@ornek.example' })
    const masa = await officer('masa')
    const page = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(masa)
    page.assertStatus(200)
    page.assertTextIncludes('value="Ayşe Deneme"')
    const said = { name: 'Ayşe Düzgün', address: 'Akçay, Edremit', email: 'yeni@ornek.example' }
    const done = await correct(client, masa, await fresh(petition), said)
    done.assertStatus(303)
    const { name, address, email } = await brought(petition)
    assert.deepEqual({ name, address, email }, said)
    assert.deepEqual((await stepsOf(petition)).slice(-1), ['amended'])
    const kept = await db.from('amendments').orderBy('id')
    assert.sameMembers(
      kept.map(({ field }) => field),
      ['name', 'address', 'email']
    )
    assert.notInclude(JSON.stringify(kept), 'Ayşe')

    const after = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(masa)
    after.assertTextIncludes('Ayşe Deneme')
    const card = await open(client, await officer('tarim'), petition)
    card.assertTextIncludes(says('intake.step.amended'))
    assert.notInclude(card.text(), 'Ayşe Deneme')
    assert.notInclude(card.text(), '/duzelt"')
  })

  test('twice the same is once, and an old page loses nothing', async ({ client, assert }) => {
    const petition = await received()
    const masa = await officer('masa')
    for (let press = 0; press < 2; press++) {
      ;(await correct(client, masa, petition, { name: 'Ayşe Düzgün' })).assertStatus(303)
    }
    assert.deepEqual(await stepsOf(petition), ['received', 'amended'])
    const late = await correct(client, await officer('sef'), petition, {
      name: 'Ayşe Deneme',
      address: 'Güre, Edremit',
    })
    late.assertStatus(422)
    late.assertTextIncludes(says('intake.problems.version.changed'))
    late.assertTextIncludes('value="Ayşe Deneme"')
    late.assertTextIncludes('Güre, Edremit')
    // What the other one wrote stands beside it, so that it is not undone unseen.
    late.assertTextIncludes(says('intake.amending.others'))
    late.assertTextIncludes('Ayşe Düzgün')
    assert.equal((await brought(petition)).name, 'Ayşe Düzgün')
  })

  test('an identity number is shown half hidden, and stays where it is left alone', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const masa = await officer('masa')
    ;(await correct(client, masa, petition, { nationalId: '12345678950' })).assertStatus(303)
    const { nationalIdIndex } = await brought(petition)
    assert.isNotNull(nationalIdIndex)
    const page = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(masa)
    page.assertTextIncludes('value="123******50"')
    assert.notInclude(page.text(), '12345678950')
    const left = { nationalId: '123******50', name: 'Ayşe Düzgün' }
    ;(await correct(client, masa, await fresh(petition), left)).assertStatus(303)
    assert.equal((await brought(petition)).nationalId, '12345678950')
    const wrong = await correct(client, masa, await fresh(petition), { nationalId: '12345678951' })
    wrong.assertStatus(422)
    wrong.assertTextIncludes(says('intake.problems.nationalId.format'))
    ;(await correct(client, masa, await fresh(petition), { nationalId: '' })).assertStatus(303)
    const gone = await brought(petition)
    assert.isNull(gone.nationalId)
    assert.isNull(gone.nationalIdIndex)
    const after = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(masa)
    assert.notInclude(after.text(), '12345678950')
  })

  test('the words that were brought stay, and more are added with their day', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const masa = await officer('masa')
    const page = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(masa)
    const [, token] = /name="token" value="([^"]+)"/.exec(page.text())!
    const added = { token: token!, addition: 'Yol üç kilometredir.', text: 'Başka bir metin.' }
    for (let press = 0; press < 2; press++) {
      ;(await correct(client, masa, await fresh(petition), added)).assertStatus(303)
    }
    assert.equal((await fresh(petition)).text, details().text)
    assert.equal((await fresh(petition)).unreadBy, 'charge')
    const rows = await db.from('additions').where('petition_id', petition.id)
    assert.lengthOf(rows, 1)
    const card = await open(client, await officer('tarim'), petition)
    card.assertTextIncludes('Yol üç kilometredir.')
    card.assertTextIncludes(says('intake.added.atDesk'))
  })

  test('what is added to a tip-off at a unit is read there only once it was struck', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { kind: 'tipOff' })
    const masa = await officer('masa')
    const page = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(masa)
    const [, token] = /name="token" value="([^"]+)"/.exec(page.text())!
    const added = { token: token!, addition: 'Komşusuyum.' }
    ;(await correct(client, masa, await fresh(petition), added)).assertStatus(303)
    const card = await open(client, await officer('tarim'), petition)
    assert.notInclude(card.text(), 'Komşusuyum')
    assert.equal((await fresh(petition)).unreadBy, 'desk')
  })

  test('after the end who brought it is still put right, and what it is stays', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    await petition.change((current, trx) => current.conclude('informed', 'Bitti.', {}, trx))
    const masa = await officer('masa')
    const page = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(masa)
    page.assertStatus(200)
    assert.notInclude(page.text(), 'name="kind"')
    const said = { name: 'Ayşe Düzgün', kind: 'complaint' }
    ;(await correct(client, masa, await fresh(petition), said)).assertStatus(303)
    assert.equal((await brought(petition)).name, 'Ayşe Düzgün')
    assert.equal((await fresh(petition)).kind, 'request')
    assert.equal((await fresh(petition)).stage, 'concluded')
  })

  test('nobody but the desk opens the page, and nothing is said of what is hidden', async ({
    client,
  }) => {
    const petition = await referredTo('TAR')
    for (const login of ['tarim', 'tarim.amir', 'kaymakam']) {
      const who = await officer(login)
      ;(await client.get(`/dosya/${petition.number}/duzelt`).loginAs(who)).assertStatus(404)
      ;(await correct(client, who, await fresh(petition), { name: 'X Y' })).assertStatus(404)
    }
    const unknown = await client.get('/dosya/2600000000/duzelt').loginAs(await officer('masa'))
    unknown.assertStatus(404)
  })

  test('of a tip-off about the bureau a manager corrects what it is, and not who brought it', async ({
    client,
    assert,
  }) => {
    const bureau = (await officer('sef')).unitId!
    const { petition } = await Petition.receive(details({ kind: 'tipOff', name: 'Gizli Deneme' }))
    await db.from('petitions').where('id', petition.id).update({
      complained_unit_id: bureau,
      desk: 'management',
    })
    const kaymakam = await officer('kaymakam')
    const page = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(kaymakam)
    page.assertStatus(200)
    assert.notInclude(page.text(), 'Gizli Deneme')
    const said = { name: 'Başka Biri', place: 'Güre' }
    ;(await correct(client, kaymakam, await fresh(petition), said)).assertStatus(303)
    assert.equal((await brought(petition)).name, 'Gizli Deneme')
    assert.include((await fresh(petition)).place!, 'Güre')
    const after = await client.get(`/dosya/${petition.number}/duzelt`).loginAs(kaymakam)
    assert.notInclude(after.text(), 'Gizli Deneme')
  })

  test('the citizen reads that it was corrected, and nothing else of it', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details({ email: 'eski@ornek.example' }))
    const said = { email: 'yeni@ornek.example', name: 'Ayşe Düzgün' }
    ;(await correct(client, await officer('masa'), petition, said)).assertStatus(303)
    const looked = await client
      .post('/sorgula')
      .form({ number: petition.number, secret: secret.text })
    looked.assertTextIncludes(says('intake.follow.steps.amended'))
    assert.notInclude(looked.text(), 'Ayşe')
    assert.notInclude(looked.text(), 'ornek.example')
  })

  test('somebody who only writes down answers cannot, a colleague at the desk can', async ({
    client,
  }) => {
    const petition = await submitted()
    const other = await newOfficer('masa.iki', 'AKB', ['bureauOfficer'])
    ;(await correct(client, other, petition, { place: 'Güre' })).assertStatus(303)
    const head = await newOfficer('bas', 'AKB', ['unitHead'])
    ;(await client.get(`/dosya/${petition.number}/duzelt`).loginAs(head)).assertStatus(404)
  })

  test('nobody sends a telephone that is none, or a kind that there is not', async ({ client }) => {
    const petition = await received({ phone: OLD })
    const masa = await officer('masa')
    for (const [field, value] of [
      ['phone', '0266 373 10 00'],
      ['kind', 'ticket'],
      ['subject', 'yok'],
      ['complained', 'YOK'],
      ['texts', 'belki'],
      ['language', 'de'],
      ['email', 'ad@'],
      ['name', 'x'.repeat(121)],
      ['place', 'x'.repeat(201)],
      ['address', 'x'.repeat(501)],
      ['addition', 'x'.repeat(3001)],
    ] as const) {
      const page = await correct(client, masa, petition, { [field]: value })
      page.assertStatus(422)
      page.assertTextIncludes(`${field}-problem`)
    }
  })
})
