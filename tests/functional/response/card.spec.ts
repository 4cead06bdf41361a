import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { PhoneNumber } from '#shared/typed/phone_number'
import { Contact } from '#response'
import { Referral } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, readAtTheDesk, received, referredTo, unit } from '#tests/support/journey'

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
    const page = (text: string) =>
      text.replace(/name="_csrf" value="[^"]+"|name='_csrf' value='[^']+'/g, '')
    assert.equal(
      page(hidden.text().replaceAll(petition.number, '2600000000')),
      page(unknown.text())
    )
    assert.notInclude(unknown.text(), '/en/dosya')
    unknown.assertTextIncludes('Bu dosya yok ya da artık biriminizde değil.')
    unknown.assertTextIncludes('href="/birim">' + says('errors.officer.first'))
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
    for (const word of ['Ayşe', 'tel:', 'Zeytinli Mahallesi 3']) {
      assert.notInclude(hidden.text(), word)
    }
    const bureau = await open(client, masa, tipOff)
    bureau.assertTextIncludes('Ayşe Deneme')
  })

  test('says beside the telephone that it wants no text messages', async ({ client, assert }) => {
    const masa = await officer('masa')
    const sentence = says('response.card.declinesTexts')
    const declined = await received({ ...AYSE, declinesTexts: true })
    ;(await open(client, masa, declined)).assertTextIncludes(sentence)
    assert.notInclude((await open(client, masa, await received(AYSE))).text(), sentence)
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

  test('tells a unit on a tip-off only what was noted for it', async ({ client, assert }) => {
    const petition = await received({ kind: 'tipOff' })
    await readAtTheDesk(petition)
    const masa = await officer('masa')
    await Referral.make(petition, await unit('AKB'), masa, 'Ayşe Hanım yine geldi.')
    await Referral.make(petition, await unit('EMN'), masa, 'Akşam saatlerinde bakılmalı.')

    const bureau = await open(client, masa, petition)
    bureau.assertTextIncludes('Ayşe Hanım yine geldi.')
    const seen = await open(client, await officer('emniyet'), petition)
    seen.assertTextIncludes('Akşam saatlerinde bakılmalı.')
    assert.notInclude(seen.text(), 'Ayşe Hanım')
  })

  test('shows the unit what the bureau wrote to it, until it gives the petition back', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    await Referral.make(petition, await unit('TAR'), masa, 'Köy muhtarı da aradı.')
    const opened = (page: string) => page.split('id="history"')[0]
    const card = await open(client, tarim, petition)
    assert.include(opened(card.text()), 'Köy muhtarı da aradı.')

    await (await Referral.currentOf(petition)).giveBack(tarim, 'Bize ait değil.')
    const returned = await open(client, masa, petition)
    returned.assertTextIncludes('Köy muhtarı da aradı.')
    assert.notInclude(opened(returned.text()), 'Köy muhtarı da aradı.')
  })

  test('says in which language the answer is to be, when it is not Turkish', async ({
    client,
    assert,
  }) => {
    const tarim = await officer('tarim')
    const english = await open(client, tarim, await referredTo('TAR', { locale: 'en' }))
    assert.lengthOf(english.text().match(/Cevabın dili/g) ?? [], 2)
    const turkish = await open(client, tarim, await referredTo('TAR'))
    assert.notInclude(turkish.text(), 'Cevabın dili')
  })

  test('keeps the remedy cleared when the draft is saved without it', async ({
    client,
    assert,
  }) => {
    const tarim = await officer('tarim')
    const petition = await referredTo('TAR')
    const remedy = (page: string) => /name="draft-remedy"[^>]*>\n?([^<]*)</.exec(page)?.[1]
    assert.isAbove(remedy((await open(client, tarim, petition)).text())!.length, 20)

    const fields = { intent: 'save', text: 'Bakıyoruz.', remedy: '' }
    const saved = await send(client, tarim, petition, 'cevap', fields)
    saved.assertStatus(303)
    assert.equal(remedy((await open(client, tarim, petition)).text()), '')
  })

  test('is not there any more for a unit that gave the petition back', async ({ client }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    await (await Referral.currentOf(petition)).giveBack(tarim, 'Bize ait değil.')
    const page = await open(client, tarim, petition)
    page.assertStatus(404)
  })

  test('shows the newest of many steps, and has a way to the older ones', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const masa = await officer('masa')
    const step = { petition_id: petition.id, stage: 'routed', kind: 'secretRenewed' }
    const rows = Array.from({ length: 60 }, (_, at) => ({ ...step, position: at + 3 }))
    await db.table('steps').multiInsert(rows.map((row) => ({ ...row, taken_at: '2026-01-05' })))
    const lines = (page: string) => page.match(/class="history__step"/g)?.length
    const newest = (await open(client, masa, petition)).text()
    assert.equal(lines(newest), 50)
    const [, older] = /href="([^"]*adim=13)"/.exec(newest)!
    const oldest = (await client.get(older!).loginAs(masa)).text()
    assert.equal(lines(oldest), 12)
    assert.notInclude(oldest, 'adim=')
  })
})
