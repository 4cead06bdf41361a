import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition, PrivacyNotice } from '#intake'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { person, province } from '#tests/support/databases/three_authorities'
import { newOfficer, officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'

const WORDS = { name: 'Işıl Şenyurt', phone: '0500 012 34 56', text: 'Çeşmemiz üç gündür akmıyor' }

async function typed(client: ApiClient, more: Record<string, string> = {}, login = 'masa') {
  const page = (await client.get('/masa/yeni').loginAs(await officer(login))).text()
  const { _csrf, ...fields } = hiddenFields(page, '/masa/yeni') as Record<string, string>
  return { ...fields, ...WORDS, ...more }
}

async function parked(client: ApiClient, more: Record<string, string> = {}) {
  const form = await typed(client, more)
  const sent = await sendAs(client, await officer('masa'), '/masa/yeni/beklet', form)
  sent.assertStatus(303)
  sent.assertHeader('location', '/masa/yeni')
  const { id } = await db.from('parked_forms').orderBy('id', 'desc').firstOrFail()
  return { id: id as number, form }
}

async function list(client: ApiClient, login: string) {
  return (await client.get('/masa/yeni/bekleyen').loginAs(await officer(login))).text()
}

async function goOn(client: ApiClient, id: number, login: string) {
  const who = await officer(login)
  const sent = await sendAs(client, who, `/masa/yeni/bekleyen/${id}`)
  if (sent.status() !== 303) return { status: sent.status(), page: sent.text() }
  const page = await client.get(sent.header('location')!).loginAs(who)
  return { status: page.status(), page: page.text() }
}

test.group('A form that is parked', (group) => {
  wrapped(group)

  test('waits sealed, and whoever of the bureau goes on has every word again', async ({
    client,
    assert,
  }) => {
    const { id } = await parked(client, { kind: 'complaint', email: 'isil@ornek.example' })
    const row = await db.from('parked_forms').firstOrFail()
    for (const word of ['Işıl', '0500', 'Çeşme']) assert.notInclude(JSON.stringify(row), word)
    const shown = await list(client, 'sef')
    assert.include(shown, 'I. Ş.')
    assert.notInclude(shown, 'Işıl')
    assert.include(await list(client, 'masa'), 'I. Ş.')
    const { page } = await goOn(client, id, 'sef')
    for (const word of [...Object.values(WORDS), 'isil@ornek.example']) assert.include(page, word)
    assert.match(page, /value="complaint"[^>]*checked/)
    assert.notInclude(await list(client, 'masa'), 'I. Ş.')
  })

  test('is one officer’s at a time, and says so to the other', async ({ client, assert }) => {
    const { id } = await parked(client)
    assert.equal((await goOn(client, id, 'sef')).status, 200)
    const late = await goOn(client, id, 'masa')
    assert.equal(late.status, 404)
    assert.include(late.page, says('intake.parked.gone'))
    assert.notInclude(late.page, 'Çeşmemiz')
    assert.equal((await goOn(client, id, 'sef')).status, 200, 'one’s own again')
    const stale = await client.get(`/masa/yeni?bekleyen=${id}`).loginAs(await officer('masa'))
    assert.notInclude(stale.text(), 'Çeşmemiz')
    await db.from('parked_forms').update({ taken_at: '2026-01-05 09:00:00' })
    assert.equal((await goOn(client, id, 'masa')).status, 200, 'the other has gone away')
  })

  test('is gone once it was saved, and there once however often it was parked', async ({
    client,
    assert,
  }) => {
    const { id, form } = await parked(client)
    await sendAs(client, await officer('masa'), '/masa/yeni/beklet', { ...form, text: 'Daha uzun' })
    assert.lengthOf(await db.from('parked_forms'), 1)
    const { page } = await goOn(client, id, 'masa')
    assert.include(page, 'Daha uzun')
    const { _csrf, ...fields } = hiddenFields(page, '/masa/yeni') as Record<string, string>
    const again = { ...fields, ...WORDS }
    const sent = await sendAs(client, await officer('masa'), '/masa/yeni', again)
    sent.assertStatus(303)
    assert.isEmpty(await db.from('parked_forms'))
    assert.lengthOf(await Petition.all(), 1)
    const late = await sendAs(client, await officer('masa'), '/masa/yeni/beklet', again)
    late.assertStatus(422)
    late.assertTextIncludes(says('intake.problems.token.used'))
    late.assertTextIncludes(WORDS.text)
  })

  test('of a complaint about the bureau is for whoever wrote it down', async ({
    client,
    assert,
  }) => {
    await parked(client, { kind: 'complaint', complained: 'AKB' })
    assert.notInclude(await list(client, 'sef'), 'I. Ş.')
    assert.include(await list(client, 'masa'), 'I. Ş.')
  })

  test('is nobody’s of another role, and after a day nobody’s at all', async ({
    client,
    assert,
  }) => {
    const { id } = await parked(client)
    const stranger = await newOfficer('birim.biri', 'TAR', ['unitOfficer'])
    const asked = await client.get('/masa/yeni/bekleyen').loginAs(stranger)
    asked.assertStatus(403)
    await db.from('parked_forms').update({ expires_at: '2026-01-05 09:00:00' })
    assert.notInclude(await list(client, 'masa'), 'I. Ş.')
    assert.equal((await goOn(client, id, 'masa')).status, 404)
  })

  test('is not there for another authority', async ({ client, assert }) => {
    const { governorate } = await province()
    PrivacyNotice.forget()
    const other = await person(governorate, 'il.masa', 'AKB', ['bureauOfficer'])
    const { id } = await parked(client)
    const listed = await client.get('/masa/yeni/bekleyen').loginAs(other)
    assert.notInclude(listed.text(), 'I. Ş.')
    const taken = await sendAs(client, other, `/masa/yeni/bekleyen/${id}`)
    taken.assertStatus(404)
  })

  test('that is no form of ours stays where it was typed', async ({ client, assert }) => {
    const sent = await sendAs(client, await officer('masa'), '/masa/yeni/beklet', WORDS)
    sent.assertStatus(422)
    for (const word of Object.values(WORDS)) sent.assertTextIncludes(word)
    assert.isEmpty(await db.from('parked_forms'))
  })
})
