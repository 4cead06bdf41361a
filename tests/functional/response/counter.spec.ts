import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { Answer } from '#response'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, received, referredTo, submitted } from '#tests/support/journey'
import { toldCode } from '#tests/support/notification/told_code'

const phone = PhoneNumber.parse('0500 012 34 56')!
const kindsOf = async ({ id }: Petition) => {
  const steps = await db.from('steps').where('petition_id', id).orderBy('position').select('kind')
  return steps.map(({ kind }: { kind: string }) => kind)
}

/** Its unit has tried three times in vain. */
async function notReached({ id, authorityId, unitId }: Petition, { id: officerId }: Officer) {
  const of = { petition_id: id, authority_id: authorityId, unit_id: unitId }
  const by = { officer_id: officerId, made_by: officerId, made_at: '2026-01-05 09:00:00' }
  await db.table('contact_plans').insert({ ...of, ...by, way: 'unreachable', day: '2026-01-05' })
}

test.group('A citizen stands at the counter', (group) => {
  wrapped(group)

  const post = async (client: ApiClient, who: Officer, path: string, form = {}) =>
    client.post(path).loginAs(who).withCsrfToken().redirects(0).form(form)

  /** Known by a document: the page that is read out, with the token of its form. */
  async function known(client: ApiClient, petition: Petition, login = 'masa') {
    const who = await officer(login)
    const form = { by: 'document', document: 'idCard' }
    const done = await post(client, who, `/dosya/${petition.number}/gise`, form)
    done.assertStatus(303)
    const path = done.header('location')!
    const page = await client.get(path).loginAs(who)
    page.assertStatus(200)
    const [, token] = /name="token" value="([^"]+)"/.exec(page.text())!
    return { who, path, page, token: token! }
  }

  test('hears nothing before somebody saw a document', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { phone })
    const masa = await officer('masa')
    const page = await client.get(`/dosya/${petition.number}/gise`).loginAs(masa)
    page.assertStatus(200)
    page.assertTextIncludes('Ayşe Deneme')
    assert.notInclude(page.text(), 'read-out')
    const none = await client.get(`/dosya/${petition.number}/gise/1`).loginAs(masa).redirects(0)
    none.assertStatus(303)
    assert.match(none.header('location')!, /\/gise$/)
    const made = { by: 'document', document: 'face' }
    ;(await post(client, masa, `/dosya/${petition.number}/gise`, made)).assertStatus(422)
    ;(await post(client, masa, `/dosya/${petition.number}/gise/1`, { said: 'x' })).assertStatus(303)
    assert.isEmpty(await db.from('identity_checks'))
    // Somebody else's check, or that of another petition, opens nothing.
    const { path } = await known(client, petition)
    const sef = await officer('sef')
    ;(await client.get(path).loginAs(sef).redirects(0)).assertStatus(303)
    const other = await received()
    const elsewhere = path.replace(petition.number, other.number)
    ;(await client.get(elsewhere).loginAs(masa).redirects(0)).assertStatus(303)
    ;(
      await client
        .get(path)
        .loginAs(await officer('tarim'))
        .redirects(0)
    ).assertStatus(404)
  })

  test('hears who has it and until when; the unit sees what was said and added as new', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { phone })
    const { who, path, page, token } = await known(client, petition)
    await notReached(petition, who)
    page.assertTextIncludes('En geç')
    page.assertTextIncludes(says('response.counter.happened'))
    page.assertTextIncludes('İlçe Tarım')
    const said = 'Birimin çarşamba günü geleceği söylendi.'
    const added = 'Kanalın kapağı da kırık.'
    ;(await post(client, who, path, { token, said: ' ', added })).assertStatus(422)
    ;(await post(client, who, path, { token, said, added })).assertStatus(303)
    // Pressed twice it is there once.
    ;(await post(client, who, path, { token, said, added })).assertStatus(303)
    assert.deepEqual(await kindsOf(petition), [
      'received',
      'referred',
      'spokenAtDesk',
      'addedAtDesk',
    ])
    assert.lengthOf(await db.from('contacts').where('petition_id', petition.id), 1)
    const after = await Petition.findOrFail(petition.id)
    // Whoever stands here is reached.
    assert.deepEqual(await db.from('contact_plans').select('state'), [{ state: 'done' }])
    assert.equal(after.stage, 'routed')
    assert.isNull(after.outcome)
    assert.equal(after.unreadBy, 'charge')
    const tarim = await officer('tarim')
    const inbox = await client.get('/birim').loginAs(tarim)
    inbox.assertTextIncludes(says('intake.rows.added'))
    const card = await open(client, tarim, after)
    for (const words of [said, added, says('response.added.read')]) card.assertTextIncludes(words)
    const [step] = await db.from('steps').where({ petition_id: petition.id, kind: 'spokenAtDesk' })
    assert.equal(step.officer_id, who.id)
    assert.isEmpty(await db.from('office_times').where({ petition_id: petition.id, clock: 'unit' }))
  })

  test('is written down although somebody works on it meanwhile', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { phone })
    const { who, path, token } = await known(client, petition)
    const draft = { ...GRANTED, text: 'Taslak' }
    await (await Answer.draftFor(petition)).submit(draft, await officer('tarim'))
    ;(await post(client, who, path, { token, said: 'Durumu okundu.' })).assertStatus(303)
    assert.include(await kindsOf(petition), 'spokenAtDesk')
  })

  test('hears the answer of what is concluded, to which nothing is added', async ({
    client,
    assert,
  }) => {
    const petition = await submitted()
    await (await Answer.draftFor(petition)).approve(await officer('tarim.amir'))
    const { who, path, page, token } = await known(client, petition)
    page.assertTextIncludes('Yolunuz cuma günü onarılacaktır.')
    const late = await post(client, who, path, {
      token,
      said: 'Cevap okundu.',
      added: 'Bir şey daha',
    })
    late.assertStatus(422)
    late.assertTextIncludes('Bir şey daha')
    ;(await post(client, who, path, { token, said: 'Cevap okundu.' })).assertStatus(303)
    const after = await Petition.findOrFail(petition.id)
    assert.equal(after.stage, 'concluded')
    assert.equal(after.unreadBy, 'nobody')
  })

  test('is known by a code to the recorded telephone as well', async ({ client, assert }) => {
    const petition = await received({ phone })
    const masa = await officer('masa')
    const at = `/dosya/${petition.number}/gise`
    const sent = await post(client, masa, `${at}/kod`)
    sent.assertStatus(200)
    const [, asked] = /name="asked" value="([^"]+)"/.exec(sent.text())!
    const form = { by: 'telephone', asked, code: await toldCode() }
    ;(await post(client, masa, at, { ...form, code: 'abc' })).assertStatus(422)
    const done = await post(client, masa, at, form)
    done.assertStatus(303)
    ;(await client.get(done.header('location')!).loginAs(masa)).assertStatus(200)
    const [check] = await db.from('identity_checks')
    assert.equal(check.document, 'telephone')
  })
})
