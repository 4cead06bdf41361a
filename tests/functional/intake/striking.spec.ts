import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import {
  newOfficer,
  officer,
  readAtTheDesk,
  received,
  referredTo,
  unit,
} from '#tests/support/journey'

const TEXT = 'Ben Gülizar, değirmenin yanında otururum. Muhtar kömürü satıyor.'
const COPY = 'Muhtar kömürü satıyor.'
const READ = '[…]. Muhtar kömürü satıyor.'
const ABOUT = {
  kind: 'tipOff',
  text: TEXT,
  name: 'Gülizar Deneme',
  phone: PhoneNumber.parse('0500 012 34 56'),
} as const

test.group('The desk reads a tip-off before a unit does', (group) => {
  wrapped(group)

  const strike = (
    client: ApiClient,
    who: Officer,
    { number, version }: Petition,
    fields: Record<string, string>
  ) =>
    client
      .post(`/dosya/${number}/karartma`)
      .loginAs(who)
      .withCsrfToken()
      .redirects(0)
      .form({ version: String(version), ...fields })
  const fresh = ({ id }: Petition) => Petition.findOrFail(id)
  const rowsOf = ({ id }: Petition) => db.from('strikings').where('petition_id', id).orderBy('id')

  test('it is referred, and sent to no other body, until then', async ({ client, assert }) => {
    const petition = await received(ABOUT)
    const masa = await officer('masa')
    for (const [form, code] of [
      ['yonlendirme', 'TAR'],
      ['gonderme', 'BEL'],
    ] as const) {
      const refused = await send(client, masa, petition, form, { unit: code })
      refused.assertStatus(422)
      assert.include(refused.text(), says('routing.problems.strike.required'))
      assert.include(refused.text(), 'href="#strike"')
      assert.include(refused.text(), `href="/dosya/${petition.number}/karartma"`)
    }
    assert.equal((await fresh(petition)).stage, 'received')
    const done = await strike(client, masa, petition, { copy: TEXT, nothing: '1' })
    done.assertStatus(303)
    ;(await send(client, masa, await fresh(petition), 'yonlendirme', { unit: 'TAR' })).assertStatus(
      303
    )
    assert.equal((await fresh(petition)).stage, 'routed')
  })

  test('the bureau may answer it itself unread, and other petitions ask for nothing', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const tipOff = await received(ABOUT)
    const here = await send(client, masa, tipOff, 'yonlendirme', { unit: 'AKB' })
    here.assertStatus(303)
    const petition = await received()
    ;(await send(client, masa, petition, 'yonlendirme', { unit: 'TAR' })).assertStatus(303)
    const card = await open(client, masa, petition)
    assert.notInclude(card.text(), 'karartma')
    const page = await client.get(`/dosya/${petition.number}/karartma`).loginAs(masa)
    page.assertStatus(404)
  })

  test('a unit reads what was left, and the desk the whole', async ({ client, assert }) => {
    const petition = await received(ABOUT)
    const masa = await officer('masa')
    const page = await client.get(`/dosya/${petition.number}/karartma`).loginAs(masa)
    assert.include(page.text(), `${says('intake.striking.hints')} <bdi>Gülizar</bdi>`)
    await strike(client, masa, petition, { copy: COPY, place: 'hidden' })
    await send(client, masa, await fresh(petition), 'yonlendirme', { unit: 'TAR' })
    const tarim = await officer('tarim')
    for (const path of [`/dosya/${petition.number}`, '/birim', '/kayit']) {
      const seen = (await client.get(path).loginAs(tarim)).text()
      assert.include(seen, READ, path)
      for (const hidden of ['Gülizar', 'değirmen', 'Zeytinli']) {
        assert.notInclude(seen, hidden, path)
      }
    }
    const whole = (await open(client, masa, petition)).text()
    assert.include(whole, TEXT)
    const step = await db.from('steps').where({ petition_id: petition.id, kind: 'struck' }).first()
    assert.equal(step.officer_id, masa.id)
    assert.equal(step.unit_id, (await unit('AKB')).id)
  })

  test('managers and whoever stands above read it struck as well', async ({ client, assert }) => {
    const petition = await received(ABOUT)
    const kaymakam = await officer('kaymakam')
    const before = (await open(client, kaymakam, petition)).text()
    assert.include(before, says('intake.striking.unread'))
    assert.notInclude(before, 'kömürü')
    const list = (await client.get('/kayit').loginAs(kaymakam)).text()
    assert.include(list, says('intake.rows.unread'))
    assert.notInclude(list, 'Gülizar')
    await readAtTheDesk(petition, COPY)
    assert.include((await open(client, kaymakam, petition)).text(), READ)
  })

  test('of one about the bureau the managers read the whole and strike, and the bureau nothing', async ({
    client,
    assert,
  }) => {
    const petition = await received({ ...ABOUT, complainedUnit: await unit('AKB') })
    const kaymakam = await officer('kaymakam')
    const card = (await open(client, kaymakam, petition)).text()
    assert.include(card.replace(/<\/?mark>/g, ''), TEXT)
    assert.notInclude(card, 'Gülizar Deneme')
    ;(await strike(client, await officer('sef'), petition, { copy: COPY })).assertStatus(404)
    ;(await strike(client, kaymakam, petition, { copy: COPY })).assertStatus(303)
    const now = await fresh(petition)
    ;(await send(client, kaymakam, now, 'yonlendirme', { unit: 'TAR' })).assertStatus(303)
    assert.include((await open(client, await officer('tarim'), petition)).text(), READ)
  })

  test('nobody else may strike: for them there is no such page', async ({ client }) => {
    const petition = await referredTo('TAR', ABOUT)
    for (const login of ['tarim', 'tarim.amir', 'kaymakam', 'bilgiislem', 'orman']) {
      const who = await officer(login)
      ;(await client.get(`/dosya/${petition.number}/karartma`).loginAs(who)).assertStatus(404)
      ;(await strike(client, who, petition, { copy: TEXT })).assertStatus(404)
    }
  })

  test('a copy is mended with everything in it, and says what is wrong', async ({
    client,
    assert,
  }) => {
    const petition = await received(ABOUT)
    const masa = await officer('masa')
    const wrong = [
      [{ copy: `${COPY} Vali de.` }, 'added', { word: 'Vali' }],
      [{ copy: '' }, 'required'],
      [{ copy: '…' }, 'required'],
      [{ copy: 'a'.repeat(20_001) }, 'maxLength', { max: 20_000 }],
      [{ copy: COPY, nothing: '1' }, 'nothing'],
    ] as const
    for (const [fields, rule, values] of wrong) {
      const page = await strike(client, masa, petition, { place: 'hidden', ...fields })
      page.assertStatus(422)
      assert.include(page.text(), says(`intake.problems.copy.${rule}`, values))
      assert.include(page.text(), `${fields.copy}</textarea>`)
      assert.match(page.text(), /value="hidden"[^>]*checked/)
    }
    assert.lengthOf(await rowsOf(petition), 0)
  })

  test('once, also when pressed twice, and anew where somebody else was faster', async ({
    client,
    assert,
  }) => {
    const petition = await received(ABOUT)
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    for (let press = 0; press < 2; press++) {
      ;(await strike(client, masa, petition, { copy: COPY })).assertStatus(303)
    }
    assert.lengthOf(await rowsOf(petition), 2)
    const late = await strike(client, sef, petition, { copy: 'Muhtar satıyor.' })
    late.assertStatus(422)
    assert.include(late.text(), says('intake.problems.version.changed'))
    assert.include(late.text(), 'Muhtar satıyor.</textarea>')
    ;(await strike(client, sef, await fresh(petition), { copy: 'Muhtar satıyor.' })).assertStatus(
      303
    )
    await send(client, masa, await fresh(petition), 'yonlendirme', { unit: 'TAR' })
    const seen = (await open(client, await officer('tarim'), petition)).text()
    assert.include(seen, '[…]. Muhtar […] satıyor.')
  })

  test('whoever was handed it, and whoever handed it over, reads as before', async ({ assert }) => {
    const both = await newOfficer('iki', 'TAR', ['unitOfficer', 'bureauOfficer'])
    const petition = await referredTo('TAR', ABOUT)
    assert.isFalse(petition.hidesPetitionerFrom(await both.loadRoles()))
  })
})
