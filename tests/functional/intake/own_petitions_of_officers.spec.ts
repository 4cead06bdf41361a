import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { FormToken } from '../../../app/intake/form/form_token.ts'
import { Petition } from '#intake'
import { OwnPetition, Referral } from '#routing'
import { Answer } from '#response'
import type { Officer } from '#organisation'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { newOfficer, officer, received, referredTo, submitted, unit } from '#tests/support/journey'

const ID = '12345678950'
const phone = PhoneNumber.parse('0500 012 34 56')!

test.group('Nobody works on a petition of their own', (group) => {
  wrapped(group)

  /** Says on the own page by what one's own petitions are known. */
  async function identify(client: ApiClient, who: Officer, fields: Record<string, string>) {
    await who.refresh()
    return client
      .post('/hesap/kimlik')
      .loginAs(who)
      .withCsrfToken()
      .redirects(0)
      .form({ version: String(who.version), nationalId: '', ownPhone: '', ...fields })
  }

  test('which one says on one’s own page; the number is sealed and shown half hidden', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    ;(await identify(client, masa, { nationalId: '12345678951' })).assertStatus(422)
    ;(await identify(client, masa, { ownPhone: '0266 373 10 00' })).assertStatus(422)
    ;(await identify(client, masa, { nationalId: ID, ownPhone: '0500 012 34 56' })).assertStatus(
      303
    )
    const page = await client.get('/hesap/kimlik').loginAs(masa)
    page.assertTextIncludes('value="123******50"')
    assert.notInclude(page.text(), ID)
    const left = { nationalId: '123******50', ownPhone: '' }
    ;(await identify(client, masa, left)).assertStatus(303)
    await masa.refresh()
    assert.equal(masa.nationalId, ID)
    assert.isNull(masa.ownPhoneIndex)
    const changes = await client
      .get('/yonetim/degisiklikler?ne=officer')
      .loginAs(await officer('sef'))
    assert.notInclude(changes.text(), ID)
  })

  test('on the card nothing is offered, and what is pressed all the same is refused with a sentence', async ({
    client,
    assert,
  }) => {
    const petition = await received({ nationalId: NationalId.parse(ID) })
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    await identify(client, masa, { nationalId: ID })
    const card = await open(client, masa, petition)
    card.assertStatus(200)
    card.assertTextIncludes(says('response.problems.own.petition'))
    for (const word of ['/yonlendirme"', '/duzelt"', '/kod"']) assert.notInclude(card.text(), word)
    const refused = await send(client, masa, petition, 'yonlendirme', {
      unit: 'TAR',
      note: 'Kendi yolum.',
    })
    refused.assertStatus(422)
    refused.assertTextIncludes(says('response.problems.own.petition'))
    refused.assertTextIncludes('Kendi yolum.')
    for (const path of ['duzelt', 'kod']) {
      const page = await client.get(`/dosya/${petition.number}/${path}`).loginAs(masa)
      page.assertStatus(403)
    }
    ;(await send(client, sef, petition, 'yonlendirme', { unit: 'TAR' })).assertStatus(303)
  })

  test('also of one’s own telephone: not drafted, not approved, not referred', async ({
    client,
    assert,
  }) => {
    const petition = await submitted()
    const person = await petition.related('petitioner').query().firstOrFail()
    person.setPhone(phone)
    await person.save()
    const head = await officer('tarim.amir')
    await identify(client, head, { ownPhone: '0500 012 34 56' })
    await head.refresh()
    const answer = (await Answer.newestOf(await Petition.findOrFail(petition.id)))!
    await assert.rejects(() => answer.approve(head), /own.petition/)
    const approved = await send(client, head, petition, 'onay')
    approved.assertStatus(422)
    approved.assertTextIncludes(says('response.problems.own.petition'))
    const other = await newOfficer('tarim.amir.iki', 'TAR', ['unitHead'])
    ;(await send(client, other, await Petition.findOrFail(petition.id), 'onay')).assertStatus(303)

    const desk = await received({ phone, text: 'Başka bir yol.' })
    const sef = await officer('sef')
    await identify(client, sef, { ownPhone: '0500 012 34 56' })
    await sef.refresh()
    const tar = await unit('TAR')
    const made = await Referral.make(desk, tar, sef).catch((error: unknown) => error)
    assert.instanceOf(made, OwnPetition)
  })

  test('not written down at the desk either', async ({ client, assert }) => {
    const masa = await officer('masa')
    await identify(client, masa, { nationalId: ID, ownPhone: '0500 012 34 56' })
    const form = { text: 'Yolum bozuk.', kind: 'request', token: FormToken.issue(), notice: '1' }
    const own = { ...form, nationalId: ID, phone: '0500 012 34 56', name: 'Masa Görevlisi' }
    const page = await client
      .post('/masa/yeni')
      .loginAs(masa)
      .withCsrfToken()
      .redirects(0)
      .form(own)
    page.assertStatus(422)
    page.assertTextIncludes(says('intake.problems.nationalId.own'))
    page.assertTextIncludes(says('intake.problems.phone.own'))
    page.assertTextIncludes('Yolum bozuk.')
    const sef = await officer('sef')
    const done = await client
      .post('/masa/yeni')
      .loginAs(sef)
      .withCsrfToken()
      .redirects(0)
      .form({ ...own, token: FormToken.issue() })
    done.assertStatus(303)
    assert.lengthOf(await Petition.all(), 1)
  })

  test('whoever has not said who they are asks nothing more', async ({ client }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    ;(await open(client, tarim, petition)).assertStatus(200)
  })
})
