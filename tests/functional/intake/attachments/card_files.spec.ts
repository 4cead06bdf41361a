import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { Officer } from '#organisation'
import { Petition } from '#intake'
import { wrapped } from '#tests/support/database'
import { PDF, photo, withFilesFolder } from '#tests/support/files'
import { officer, referredTo } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { fields, filledIn, send } from './sent.ts'

function add(
  client: ApiClient,
  who: Officer,
  number: string,
  form: Record<string, string>,
  files?: Record<string, Buffer>
) {
  const request = client.post(`/dosya/${number}/ek`).loginAs(who).withCsrfToken().redirects(0)
  return filledIn(request, form, files)
}

test.group('An officer adds files to a petition', (group) => {
  wrapped(group)
  const stored = withFilesFolder(group)

  test('for officers alone, and takes one away again', async ({ client, assert }) => {
    const { number } = await referredTo('TAR')
    const tarim = await officer('tarim')
    const page = await client.get(`/dosya/${number}/ek`).loginAs(tarim)
    page.assertStatus(200)
    const sent = await add(client, tarim, number, { part: 'card' }, { 'keşif.jpg': await photo() })
    sent.assertStatus(303)
    const card = await client.get(`/dosya/${number}`).loginAs(tarim)
    assert.include(card.text(), 'keşif')
    const { id, unit_id: unitId } = await db.from('attachments').firstOrFail()
    assert.equal(unitId, tarim.unitId)
    const gone = await add(client, tarim, number, { remove: String(id) })
    gone.assertStatus(303)
    assert.lengthOf(stored(), 0)
  })

  test('that go with the answer, and the citizen reads them by number and code', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const sef = await officer('sef')
    await db.from('petitions').where('id', petition.id).update({ stage: 'inProgress' })
    const asked = { number: petition.number, secret: secret.text }
    for (const part of ['answer', 'card']) {
      const sent = await add(client, sef, petition.number, { part }, { [`${part}.pdf`]: PDF })
      sent.assertStatus(303)
    }
    const before = await client.post('/sorgula').form(asked)
    assert.notInclude(before.text(), '/sorgula/ek/')
    const trx = await db.transaction()
    const known = await Petition.findOrFail(petition.id, { client: trx })
    await known.conclude('granted', 'Yapıldı.', { officer: sef }, trx)
    await trx.commit()
    const result = await client.post('/sorgula').form(asked)
    const links = [...result.text().matchAll(/\/sorgula\/ek\/[^"]+/g)].map(([one]) => one)
    assert.lengthOf(links, 1, 'what officers see alone is not there')
    assert.match(result.text(), /letter__annexes[^]*?<li><bdi>answer/)
    const letter = await client.get(`/dosya/${petition.number}/mektup`).loginAs(sef)
    assert.match(letter.text(), /letter__annexes[^]*?<li><bdi>answer/)
    const request = client.get(links[0]!)
    request.request.responseType('blob')
    const file = await request
    assert.isTrue(PDF.equals(file.body()))
    assert.equal(file.header('cache-control'), 'no-store')
    const forged = await client.get(`${links[0]!.slice(0, -4)}aaaa`).redirects(0)
    forged.assertStatus(302)
    assert.equal(forged.header('location'), '/sorgula')
    const late = await add(client, sef, petition.number, { part: 'answer' }, { 'x.pdf': PDF })
    late.assertStatus(403)
    assert.lengthOf(stored(), 2)
    // Put to an answer of its own by a unit that gave the petition back: it goes with no other's.
    const { unitId: other } = await officer('tarim')
    await db.from('attachments').update({ unit_id: other })
    const without = await client.post('/sorgula').form(asked)
    assert.notInclude(without.text(), '/sorgula/ek/')
    assert.notInclude(without.text(), 'letter__annexes')
  })

  test('only where they may', async ({ client, assert }) => {
    const { number } = await referredTo('TAR')
    const masa = await officer('masa')
    const answer = await add(client, masa, number, { part: 'answer' }, { 'a.pdf': PDF })
    answer.assertStatus(422)
    const nothing = await add(client, masa, number, { part: 'card' })
    nothing.assertStatus(422)
    const wrong = await add(client, masa, number, { part: 'card' }, { 'a.exe': Buffer.from('MZ') })
    wrong.assertStatus(422)
    assert.include(wrong.text(), 'fotoğraf (JPEG')
    assert.lengthOf(stored(), 0)
    assert.lengthOf(await db.from('attachments'), 0)
  })
})

test.group('The desk attaches what somebody brings', (group) => {
  wrapped(group)
  const stored = withFilesFolder(group)

  const desk = (client: ApiClient, form: Record<string, string>, files: Record<string, Buffer>) =>
    send(client, form, files, '/masa/dosya')

  test('and keeps it with the petition', async ({ client, assert }) => {
    const masa = await officer('masa')
    const form = fields({ channel: 'desk' })
    const page = await desk(client, { ...form, attach: '1' }, { 'tarama.pdf': PDF })
      .loginAs(masa)
      .withCsrfToken()
    page.assertStatus(200)
    assert.include(page.text(), 'tarama')
    const sent = await desk(client, { ...form, attached: '1', send: '1' }, {})
      .loginAs(masa)
      .withCsrfToken()
    sent.assertStatus(303)
    assert.lengthOf(await db.from('attachments').whereNotNull('petition_id'), 1)
  })

  test('whose session has ended: what was typed comes along, and no file is kept', async ({
    client,
    assert,
  }) => {
    const form = fields({ channel: 'desk', attach: '1' })
    const page = await desk(client, form, { 'tarama.pdf': PDF })
    page.assertStatus(401)
    assert.include(page.text(), form.text)
    assert.lengthOf(stored(), 0)
  })

  test('of a tip-off for the bureau’s eyes alone', async ({ client, assert }) => {
    await send(client, fields({ kind: 'tipOff', send: '1' }), { 'benim-evim.pdf': PDF })
    const { number, id } = await db.from('petitions').firstOrFail()
    const { id: file } = await db.from('attachments').firstOrFail()
    const kaymakam = await officer('kaymakam')
    const card = await client.get(`/dosya/${number}`).loginAs(kaymakam)
    card.assertStatus(200)
    assert.notInclude(card.text(), 'benim-evim')
    assert.include(card.text(), 'yalnız büroda görülür')
    const refused = await client.get(`/dosya/${number}/ek/${file}`).loginAs(kaymakam)
    refused.assertStatus(404)
    const sef = await client.get(`/dosya/${number}`).loginAs(await officer('sef'))
    assert.include(sef.text(), 'benim-evim')
    assert.isNotNull(id)
  })
})
