import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { setTimeout as pause } from 'node:timers/promises'
import { Petition } from '#intake'
import { stamp } from '#shared/dates/stored'
import { PhoneNumber } from '#shared/typed/phone_number'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'
import { sealProven } from '../../../../app/intake/following/telephone_proof.ts'
import { codes, toldCode } from '#tests/support/notification/told_code'

const PHONE = '0500 012 34 56'
const phone = PhoneNumber.parse(PHONE)
const FORM = /name="asked" value="([^"]+)"/

test.group('A citizen looks by the telephone on record', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  async function ask(client: ApiClient, typed: Record<string, string> = {}) {
    const page = await client.post('/basvurularim').form({ phone: PHONE, ...typed })
    page.assertStatus(200)
    return { page, asked: FORM.exec(page.text())![1]! }
  }

  async function proven(client: ApiClient, typed: Record<string, string> = {}) {
    const { asked } = await ask(client, typed)
    return client.post('/basvurularim/liste').form({ asked, code: await toldCode() })
  }

  /** As it is read: a number does not break at a line's end. */
  const wordsOf = (page: { text(): string }) => page.text().replaceAll('\u00a0', ' ')

  test('sees number, day and stage, and nothing else', async ({ client, assert }) => {
    const { petition } = await Petition.receive(details({ phone }))
    const page = await proven(client)
    page.assertStatus(200)
    assert.include(wordsOf(page), petition.shownNumber)
    assert.include(page.text(), 'Şimdiki aşama: Alındı')
    for (const own of ['Köyümüzün', 'Ayşe', 'Zeytinli', PHONE, 'geri-cek']) {
      assert.notInclude(page.text(), own)
    }
    assert.equal(page.header('cache-control'), 'no-store')
    assert.notExists(page.header('set-cookie'))
  })

  test('never sees a tip-off, a sensitive subject or what is restricted', async ({
    client,
    assert,
  }) => {
    const { subjects } = await district()
    const sensitive = subjects.find((one) => one.sensitive)!
    const { petition: shown } = await Petition.receive(details({ phone }))
    const { petition: tip } = await Petition.receive(details({ phone, kind: 'tipOff' }))
    const { petition: shy } = await Petition.receive(details({ phone, subject: sensitive }))
    const { petition: shut } = await Petition.receive(details({ phone, text: 'Başka.' }))
    await db.from('petitions').where('id', shut.id).update({ circle: 'bureau' })
    // Its restriction was lifted: the subject is sensitive all the same.
    await db.from('petitions').where('id', shy.id).update({ circle: 'house' })
    const page = await proven(client)
    assert.include(wordsOf(page), shown.shownNumber)
    for (const hidden of [tip, shy, shut]) assert.notInclude(wordsOf(page), hidden.shownNumber)
    await db.from('messages').delete()
    const { asked } = await ask(client, { number: tip.number })
    await pause(50)
    assert.lengthOf(await codes(), 0)
    assert.exists(asked)
  })

  test('is asked alike, by the same work, whether the telephone is known or not', async ({
    client,
    assert,
  }) => {
    const { petition } = await Petition.receive(details({ phone }))
    const unknown = { phone: '0500 012 34 57' }
    const others = { phone: '0500 012 34 57', number: petition.number }
    const known = { phone: PHONE, number: petition.number }
    const mine = { phone: PHONE }
    const answers: [string, string[]][] = []
    let told = 0
    for (const typed of [mine, unknown, known, others]) {
      const statements: string[] = []
      const hear = (query: { sql: string }) => statements.push(query.sql)
      const reader = db.connection().getReadClient()
      reader.on('query', hear)
      const { page } = await ask(client, typed)
      const isKnown = typed === mine || typed === known
      if (isKnown) told += 1
      while ((await codes()).length < told) await pause(10)
      // What comes after the answer is nobody's to measure.
      const drawn = statements.findIndex((sql) => /insert into .telephone_codes./.test(sql))
      reader.off('query', hear)
      const masked = page
        .text()
        .replace(FORM, '')
        .replace(/\*\* 5[67]/, '')
      answers.push([masked, statements.slice(0, drawn + 1)])
    }
    assert.isAbove(answers[0]![1].length, 1)
    assert.deepEqual(answers[0], answers[1])
    assert.deepEqual(answers[2], answers[3])
    assert.equal(answers[0]![0], answers[2]![0])
  })

  test('opens with the code of this form alone, five tries, five minutes', async ({
    client,
    assert,
  }) => {
    await Petition.receive(details({ phone }))
    const { asked } = await ask(client)
    const code = await toldCode()
    const wrong = code === '000000' ? '000001' : '000000'
    const open = (typed: object) => client.post('/basvurularim/liste').form(typed)
    const { asked: other } = await ask(client)
    ;(await open({ asked: other, code })).assertStatus(422)
    for (let turn = 0; turn < 4; turn++) {
      const page = await open({ asked, code: wrong })
      page.assertStatus(422)
      assert.include(page.text(), 'Kod yanlış')
    }
    // Back, and a second press.
    for (let press = 0; press < 3; press++) {
      const spaced = ` ${code.slice(0, 3)} ${code.slice(3)}`
      ;(await open({ asked, code: spaced })).assertStatus(200)
    }
    ;(await open({ asked, code: wrong })).assertStatus(422)
    const spent = await open({ asked, code })
    assert.include(spent.text(), 'artık geçerli değil')
    const { asked: late } = await ask(client)
    const past = stamp(DateTime.utc().minus({ seconds: 1 }))
    await db.from('telephone_codes').update({ expires_at: past, tries: 0 })
    assert.include((await open({ asked: late, code })).text(), 'artık geçerli değil')
    const forged = encryption.encrypt({ lot: 'x', phone: phone!.e164, number: null })
    ;(await open({ asked: forged, code })).assertStatus(422)
  })

  test('counts what is asked for, and leaves number and code open to the owner', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details({ phone }))
    for (let turn = 0; turn < 5; turn++) await ask(client)
    const page = await client.post('/basvurularim').form({ phone: PHONE })
    page.assertStatus(429)
    assert.include(page.text(), 'Çok fazla kod istendi')
    assert.include(page.text(), `value="${PHONE}"`)
    const own = { number: petition.number, secret: secret.text }
    ;(await client.post('/sorgula').form(own)).assertStatus(200)
    const rows = await db.from('telephone_codes')
    assert.lengthOf(rows, 5)
  })

  test('takes or refuses whatever is put into the form', async ({ client, assert }) => {
    await Petition.receive(details({ phone }))
    const { asked } = await ask(client)
    const fields = ['asked', 'code', 'proof', 'before']
    const words = [
      '',
      '\u2800',
      'a\0b',
      'ş'.repeat(10_001),
      '__proto__',
      '9'.repeat(30),
      '-1',
      '🙂',
    ]
    for (const field of fields) {
      for (const word of words) {
        const typed = { asked, code: '123456', [field]: word }
        const page = await client.post('/basvurularim/liste').form(typed)
        assert.oneOf(page.status(), [422, 200], `${field}: ${word.slice(0, 20)}`)
        await db.from('telephone_codes').update({ tries: 0 })
      }
      const list = await client.post('/basvurularim/liste').form({ asked, [`${field}[]`]: 'a' })
      assert.equal(list.status(), 422)
    }
    const proof = sealProven({ phone: phone!.e164, number: null })
    for (const before of words) {
      ;(await client.post('/basvurularim/liste').form({ proof, before })).assertStatus(200)
    }
  })

  test('reads a long list page by page', async ({ client, assert }) => {
    const numbers: string[] = []
    for (let turn = 0; turn < 23; turn++) {
      const { petition } = await Petition.receive(details({ phone, text: `Yol ${turn}` }))
      numbers.unshift(petition.shownNumber)
    }
    const first = await proven(client)
    const seen = numbers.filter((number) => wordsOf(first).includes(number))
    assert.deepEqual(seen, numbers.slice(0, 20))
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`)
    const next = Object.fromEntries(
      ['proof', 'before'].map((name) => [name, field(name).exec(first.text())![1]!])
    )
    const second = await client.post('/basvurularim/liste').form(next)
    const rest = numbers.filter((number) => wordsOf(second).includes(number))
    assert.deepEqual(rest, numbers.slice(20))
    assert.notInclude(second.text(), 'name="proof"')
  })

  test('with a number sees that one and its last day', async ({ client, assert }) => {
    const { petition } = await Petition.receive(details({ phone }))
    const { petition: other } = await Petition.receive(details({ phone, text: 'Su yok.' }))
    const page = await proven(client, { number: petition.shownNumber })
    assert.include(wordsOf(page), petition.shownNumber)
    assert.include(page.text(), 'Cevap için son gün')
    assert.notInclude(wordsOf(page), other.shownNumber)
  })
})
