import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition, type PetitionDetails } from '#intake'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, received, referredTo } from '#tests/support/journey'
import { codes, toldCode } from '#tests/support/notification/told_code'
import { details } from '#tests/support/petitions'
import { fresh, stepsOf } from '../amending/corrected.ts'

const phone = PhoneNumber.parse('0500 012 34 56')!

test.group('Whoever lost the code is known again', (group) => {
  wrapped(group)

  const send = async (
    client: ApiClient,
    petition: Petition,
    fields: Record<string, string>,
    path = 'kod'
  ) =>
    client
      .post(`/dosya/${petition.number}/${path}`)
      .loginAs(await officer('masa'))
      .withCsrfToken()
      .redirects(0)
      .form({ version: String(petition.version), ...fields })

  /** What the printed paper says: number and code open the petition, and the old code does not. */
  async function printed(client: ApiClient, location: string) {
    const slip = await client.get(location).loginAs(await officer('masa'))
    slip.assertStatus(200)
    const [, secret] = /data-secret="([A-Z0-9]{6})"/.exec(slip.text())!
    return { secret: secret!, slip: slip.text() }
  }

  const brought = (about: Partial<PetitionDetails> = {}) => Petition.receive(details(about))

  test('by a document, which the officer notes; the code is printed', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await brought()
    const masa = await officer('masa')
    const page = await client.get(`/dosya/${petition.number}/kod`).loginAs(masa)
    page.assertTextIncludes('Ayşe Deneme')
    ;(await send(client, petition, { by: 'document' })).assertStatus(422)
    ;(await send(client, petition, { by: 'document', document: 'face' })).assertStatus(422)
    const done = await send(client, petition, { by: 'document', document: 'passport' })
    done.assertStatus(303)
    const { secret: next } = await printed(client, done.header('location')!)
    assert.deepEqual(await stepsOf(petition), ['received', 'knownByDocument', 'secretRenewed'])
    const card = await open(client, masa, petition)
    card.assertTextIncludes(says('intake.recognition.documents.passport'))
    const looked = (code: string) =>
      client.post('/sorgula').form({ number: petition.number, secret: code })
    ;(await looked(secret.text)).assertStatus(404)
    ;(await looked(next)).assertStatus(200)
  })

  test('by a code to the recorded telephone, once', async ({ client, assert }) => {
    const { petition } = await brought({ phone })
    const sent = await send(client, petition, {}, 'kod/gonder')
    sent.assertStatus(200)
    sent.assertTextIncludes(phone.masked)
    const [, asked] = /name="asked" value="([^"]+)"/.exec(sent.text())!
    const code = await toldCode()
    assert.notInclude(sent.text(), code)
    const form = { by: 'telephone', asked: asked! }
    const wrong = code === '000000' ? '000001' : '000000'
    for (const typed of ['', 'abc', wrong]) {
      const page = await send(client, petition, { ...form, code: typed })
      page.assertStatus(422)
      page.assertTextIncludes('code-problem')
    }
    const done = await send(client, petition, { ...form, code })
    done.assertStatus(303)
    // It is told by text as well, and the paper does not say otherwise.
    const { slip } = await printed(client, done.header('location')!)
    assert.notInclude(slip, 'size ayrıca gönderilmez')
    assert.deepEqual(await stepsOf(petition), ['received', 'knownByTelephone', 'secretRenewed'])
    // Back and a second press: somebody else's page by now.
    const again = await send(client, petition, { ...form, code })
    again.assertStatus(422)
    again.assertTextIncludes(says('intake.problems.version.changed'))
  })

  test('not by a code to another telephone, of another petition, or to none', async ({
    client,
    assert,
  }) => {
    const { petition } = await brought({ phone })
    const { petition: other } = await brought({ phone, text: 'Su yok.' })
    const sent = await send(client, petition, {}, 'kod/gonder')
    const [, asked] = /name="asked" value="([^"]+)"/.exec(sent.text())!
    const code = await toldCode()
    const form = { by: 'telephone', asked: asked!, code }
    const crossed = await send(client, other, form)
    crossed.assertStatus(422)
    crossed.assertTextIncludes(says('intake.problems.askedCode.expired'))
    const person = await petition.related('petitioner').query().firstOrFail()
    person.setPhone(PhoneNumber.parse('0500 012 34 57'))
    await person.save()
    ;(await send(client, petition, form)).assertStatus(422)
    const none = await received({ text: 'Telefonsuz.' })
    const refused = await send(client, none, {}, 'kod/gonder')
    refused.assertStatus(422)
    refused.assertTextIncludes(says('intake.problems.stage.noTelephone'))
    assert.lengthOf(await codes(), 1)
  })

  test('codes are counted: five of a telephone in a day', async ({ client, assert }) => {
    const { petition } = await brought({ phone })
    for (let turn = 0; turn < 5; turn++) {
      ;(await send(client, petition, {}, 'kod/gonder')).assertStatus(200)
    }
    ;(await send(client, petition, {}, 'kod/gonder')).assertStatus(429)
    assert.lengthOf(await codes(), 5)
  })

  test('without either the code goes by letter to the recorded address alone', async ({
    client,
    assert,
  }) => {
    const { petition } = await brought()
    const done = await send(client, petition, { by: 'letter' })
    done.assertStatus(303)
    assert.deepEqual(await stepsOf(petition), ['received', 'codeByLetter', 'secretRenewed'])
    const { petition: none } = await brought({ address: null, text: 'Adressiz.' })
    const page = await send(client, none, { by: 'letter' })
    page.assertStatus(422)
    page.assertTextIncludes(says('intake.problems.stage.noAddress'))
  })

  test('who has no name recorded cannot be known by a document', async ({ client }) => {
    const { petition } = await brought({ name: null, kind: 'tipOff' })
    const page = await send(client, petition, { by: 'document', document: 'idCard' })
    page.assertStatus(422)
    page.assertTextIncludes(says('intake.problems.stage.noName'))
  })

  test('by nobody but the desk, three times a day at most', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    for (const login of ['tarim', 'kaymakam']) {
      const who = await officer(login)
      ;(await client.get(`/dosya/${petition.number}/kod`).loginAs(who)).assertStatus(404)
    }
    const form = { by: 'document', document: 'idCard' }
    for (let turn = 0; turn < 3; turn++) {
      ;(await send(client, await fresh(petition), form)).assertStatus(303)
    }
    const page = await send(client, await fresh(petition), form)
    page.assertStatus(422)
    page.assertTextIncludes(says('intake.problems.stage.renewedOften', { most: 3 }))
    const known = db.from('steps').where({ petition_id: petition.id, kind: 'knownByDocument' })
    assert.lengthOf(await known, 3)
  })
})
