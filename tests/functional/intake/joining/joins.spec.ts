import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition, Secret, type PetitionDetails } from '#intake'
import { Catalogue, Subject } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { PhoneNumber } from '#shared/typed/phone_number'
import { DateTime } from 'luxon'
import { FormToken } from '../../../../app/intake/form/form_token.ts'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

const PLACE = 'Akçay Mahallesi'
const LAMPS = 'Sokak lambaları üç gündür yanmıyor, gece her yer karanlık.'
const LAMPS_TOO = 'Akçay’da lambalar yanmıyor, çocuklar karanlıkta kalıyor.'
const SAME = 'Aynı sorun bildirilmiş'

const phone = (at: number) => PhoneNumber.parse(`0500 012 34 ${at}`)!

async function subjectThat(is: Partial<{ joinable: boolean; sensitive: boolean }>) {
  const { subjects } = await district()
  const subject = await Subject.findOrFail(subjects[0]!.id)
  await subject.merge({ sensitive: false, ...is }).save()
  Catalogue.forget()
  return subject
}

/** Somebody told it before, on a public subject. */
async function told(about: Partial<PetitionDetails> = {}) {
  const subject = await subjectThat({ joinable: true })
  const words = { text: LAMPS, place: PLACE, subject, phone: phone(10) }
  return (await Petition.receive(details({ ...words, ...about }))).petition
}

async function form(about: Record<string, string> = {}) {
  const { subjects } = await district()
  return {
    ...{ text: LAMPS_TOO, kind: 'request', subject: subjects[0]!.code, place: 'akcay' },
    ...{ complained: '', name: 'Mehmet Deneme', nationalId: '12345678950' },
    ...{ phone: phone(56).e164, address: '', email: '', token: FormToken.issue() },
    ...about,
  }
}

const joinIn = (page: string) => /name="join" value="([^"]+)"/.exec(page)?.[1]

async function offered(client: ApiClient, about: Record<string, string> = {}) {
  return client.post('/basvuru').form(await form(about))
}

/** Presses the button on the page that offers it. */
async function joined(client: ApiClient, about: Record<string, string> = {}) {
  const typed = await form(about)
  const page = (await client.post('/basvuru').form(typed)).text()
  const press = { ...typed, ...hiddenFields(page, '/basvuru'), join: joinIn(page)! }
  return client.post('/basvuru').redirects(0).form(press)
}

const joins = () => db.from('petition_joins').orderBy('id')

test.group('The same was told already', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('a form says so before it sends, and not a word of anybody', async ({ client, assert }) => {
    const petition = await told()
    const page = await offered(client)
    page.assertStatus(422)
    page.assertTextIncludes(SAME)
    page.assertTextIncludes(`Yer: ${PLACE}.`)
    page.assertTextIncludes('Kendi başvurumu gönder')
    page.assertTextIncludes(LAMPS_TOO)
    for (const own of [LAMPS, 'en az 3 kişi', petition.number, 'Ayşe']) {
      assert.notInclude(page.text(), own)
    }
    assert.lengthOf(await db.from('petitions'), 1)
    const typed = await form({ warned: 'join' })
    const sent = await client.post('/basvuru').redirects(0).form(typed)
    sent.assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 2)
    assert.isEmpty(await joins())
  })

  test('and from three persons on that they are at least three', async ({ client, assert }) => {
    await told()
    await told({ phone: phone(10), text: `${LAMPS} Yine yazıyorum.` })
    await told({ phone: phone(11) })
    assert.notInclude((await offered(client)).text(), 'en az 3 kişi')
    ;(await joined(client, { phone: phone(12).e164 })).assertStatus(303)
    ;(await offered(client)).assertTextIncludes('en az 3 kişi')
    ;(await client.post('/en/basvuru').form(await form())).assertTextIncludes('At least 3 people')
  })

  test('says nothing of what is somebody’s own', async ({ client, assert }) => {
    const bureau = await unit('AKB')
    const cases: [string, () => Promise<unknown>, Record<string, string>?][] = [
      ['subject', () => told().then(() => subjectThat({ joinable: false }))],
      ['sensitive', () => told().then(() => subjectThat({ joinable: true, sensitive: true }))],
      ['complaint', () => told({ kind: 'complaint' })],
      ['tip-off', () => told({ kind: 'tipOff' })],
      ['unit', () => told({ complainedUnit: bureau })],
      ['named', () => told({ text: `${LAMPS} ${bureau.name} ilgilenmiyor.` })],
      ['elsewhere', () => told({ place: 'Zeytinli Mahallesi' })],
      ['a place not in the list', () => told({ place: 'Bizim ev' }), { place: 'Bizim ev' }],
      ['other words', () => told({ text: 'Kanalizasyon taştı, kötü kokuyor.' })],
      ['at once', () => told({ text: `${LAMPS} Elektrik teli koptu yerde duruyor.` })],
      ['own', () => told({ phone: phone(56) })],
      ['my complaint', () => told(), { kind: 'complaint' }],
      ['my unit', () => told(), { complained: bureau.code }],
      ['by letter', () => told(), { phone: '', address: 'Akçay, Edremit' }],
      ['restricted', () => told().then(() => db.from('petitions').update({ circle: 'bureau' }))],
      ['concluded', () => told().then(() => db.from('petitions').update({ stage: 'concluded' }))],
      ['withdrawn', () => told().then(() => db.from('petitions').update({ stage: 'withdrawn' }))],
      ['full', () => told().then(() => db.from('petitions').update({ joined: 100 }))],
      [
        'long ago',
        async () => {
          await told()
          const long = stamp(DateTime.utc().minus({ days: 61 }))
          await db.from('petitions').update({ received_at: long })
        },
      ],
      [
        'another subject by now',
        async () => {
          await told()
          const { subjects } = await district()
          await db.from('petitions').update({ subject_id: subjects[1]!.id })
        },
      ],
    ]
    for (const [name, before, about] of cases) {
      for (const table of ['petition_terms', 'messages', 'deadlines', 'steps', 'petitioners']) {
        await db.from(table).delete()
      }
      await db.from('urgencies').delete()
      await db.from('petitions').delete()
      await before()
      assert.notInclude((await offered(client, about)).text(), SAME, name)
    }
  })

  test('finds it under the subject into which its own was merged', async ({ client }) => {
    await told()
    const [was, into] = (await district()).subjects
    const closed = { closed_on: '2026-01-05', merged_into_id: into!.id }
    await db.from('subjects').where('id', was!.id).update(closed)
    await db.from('subjects').where('id', into!.id).update({ joinable: true, sensitive: false })
    Catalogue.forget()
    const page = await offered(client, { subject: into!.code })
    page.assertTextIncludes(SAME)
    const press = await joined(client, { subject: into!.code })
    press.assertStatus(303)
  })
})

test.group('Somebody joins it', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('with a number and a code of their own, on the page and by text', async ({
    client,
    assert,
  }) => {
    const petition = await told()
    const answer = await joined(client)
    answer.assertStatus(303)
    const receipt = await client.get(answer.header('location')!)
    receipt.assertStatus(200)
    assert.equal(receipt.header('cache-control'), 'no-store')
    const [join] = await joins()
    receipt.assertTextIncludes(`data-number="${join.number}"`)
    receipt.assertTextIncludes(PLACE)
    assert.notEqual(join.number, petition.number)
    assert.equal(join.petition_id, petition.id)
    assert.notInclude(JSON.stringify(join), '500012')
    const told1 = await db.from('messages').where('event', 'joined')
    assert.lengthOf(told1, 1)
    assert.isNull(told1[0].petition_id)
    const { joined: count, version } = await db.from('petitions').firstOrFail()
    assert.equal(count, 1)
    assert.equal(version, petition.version)
    assert.lengthOf(await db.from('petitions'), 1)
  })

  test('once, however often the form is sent', async ({ client, assert }) => {
    await told()
    const page = await offered(client)
    const typed = { ...(await form()), warned: 'join', join: joinIn(page.text())! }
    const press = (about = {}) =>
      client
        .post('/basvuru')
        .redirects(0)
        .form({ ...typed, ...about })
    const [one, two] = [await press(), await press()]
    one.assertStatus(303)
    two.assertStatus(303)
    assert.lengthOf(await joins(), 1)
    assert.lengthOf(await db.from('messages').where('event', 'joined'), 1)
    const secret = async (answer: typeof one) =>
      /data-secret="(\w+)"/.exec((await client.get(answer.header('location')!)).text())?.[1]
    assert.equal(await secret(one), await secret(two))
    const other = await press({ phone: phone(57).e164 })
    other.assertStatus(422)
    assert.lengthOf(await joins(), 1)
  })

  test('as one person, whatever they send', async ({ client, assert }) => {
    await told()
    const page = await offered(client)
    const press = { ...(await form()), warned: 'join', join: joinIn(page.text())! }
    for (let at = 0; at < 2; at++) {
      await client
        .post('/basvuru')
        .redirects(0)
        .form({ ...press, token: FormToken.issue() })
    }
    assert.lengthOf(await joins(), 2)
    assert.equal((await db.from('petitions').firstOrFail()).joined, 1)
  })

  test('unless it may not be joined by then: the form comes back whole', async ({
    client,
    assert,
  }) => {
    await told()
    const page = (await offered(client)).text()
    const press = { ...(await form()), warned: 'join', join: joinIn(page)! }
    await db.from('petitions').update({ stage: 'concluded' })
    for (const join of [press.join, 'Deneme', '']) {
      const again = await client
        .post('/basvuru')
        .redirects(0)
        .form({ ...press, join })
      again.assertStatus(422)
      again.assertTextIncludes('artık katılınamıyor')
      again.assertTextIncludes(LAMPS_TOO)
    }
    assert.isEmpty(await joins())
  })

  test('after what else there is to say: a danger above all', async ({ client, assert }) => {
    await told()
    const page = (await offered(client)).text()
    const press = { ...(await form()), warned: 'join', join: joinIn(page)! }
    const text = 'Apartmanda çok kuvvetli gaz kokusu var.'
    const said = await client
      .post('/basvuru')
      .redirects(0)
      .form({ ...press, text })
    said.assertStatus(422)
    said.assertTextIncludes('112')
    assert.isEmpty(await joins())
  })

  test('and a lost receipt of one’s own petition is shown, not offered another one', async ({
    client,
    assert,
  }) => {
    await subjectThat({ joinable: true })
    const typed = await form()
    ;(await client.post('/basvuru').redirects(0).form(typed)).assertStatus(303)
    await told({ phone: phone(77) })
    const again = await client.post('/basvuru').redirects(0).form(typed)
    again.assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 2)
  })
})

test.group('Whoever joined', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  async function looked(client: ApiClient, receipt: string) {
    const [number] = /data-number="(\d+)"/.exec(receipt)!.slice(1)
    const [secret] = /data-secret="(\w+)"/.exec(receipt)!.slice(1)
    return client.post('/sorgula').form({ number: number!, secret: secret! })
  }

  async function receiptOf(client: ApiClient) {
    const answer = await joined(client)
    return (await client.get(answer.header('location')!)).text()
  }

  /** A petition about lamps that somebody has joined; with its own number and code. */
  async function lampsJoined(client: ApiClient) {
    const subject = await subjectThat({ joinable: true })
    const about = { text: LAMPS, place: PLACE, subject, phone: phone(10) }
    const { petition, secret } = await Petition.receive(details(about))
    await receiptOf(client)
    return { petition, own: { number: petition.number, secret: secret.text } }
  }

  test('follows it to the end and reads nothing of anybody', async ({ client, assert }) => {
    const petition = await told()
    const receipt = await receiptOf(client)
    const before = await looked(client, receipt)
    before.assertStatus(200)
    assert.equal(before.header('cache-control'), 'no-store')
    before.assertTextIncludes('aşaması: Alındı')
    before.assertTextIncludes(PLACE)
    const [tarim, sef] = [await unit('TAR'), await officer('sef')]
    const fresh = await Petition.findOrFail(petition.id)
    await transaction((trx) => fresh.refer(tarim, { officer: sef }, trx))
    ;(await looked(client, receipt)).assertTextIncludes(tarim.name)
    const words = 'Sayın Ayşe Deneme, evinizin önündeki lamba onarıldı.'
    await transaction((trx) => fresh.conclude('granted', words, { officer: sef }, trx))
    const ended = (await looked(client, receipt)).text()
    assert.include(ended, 'data-outcome="granted"')
    for (const own of ['Sayın', 'Ayşe', LAMPS, petition.number]) assert.notInclude(ended, own)
    const messages = await db.from('messages').where('event', 'joinConcluded')
    assert.lengthOf(messages, 1)
    assert.isNull(messages[0].petition_id)
  })

  test('reads the stage alone of what became somebody’s own', async ({ client, assert }) => {
    await told()
    const receipt = await receiptOf(client)
    const { name } = await unit('AKB')
    assert.include((await looked(client, receipt)).text(), `Bakan: ${name}`)
    await db.from('petitions').update({ circle: 'bureau' })
    const page = await looked(client, receipt)
    page.assertStatus(200)
    page.assertTextIncludes('aşaması: Alındı')
    assert.notInclude(page.text(), `Bakan: ${name}`)
  })

  test('opens no petition, and what opens nothing is answered alike', async ({
    client,
    assert,
  }) => {
    const petition = await told()
    const receipt = await receiptOf(client)
    const number = /data-number="(\d+)"/.exec(receipt)![1]!
    const secret = /data-secret="(\w+)"/.exec(receipt)![1]!
    const ask = (typed: Record<string, string>) => client.post('/sorgula').form(typed)
    const wrong = { secret: Secret.draw().text }
    const asked = [
      await ask({ number: petition.number, secret }),
      await ask({ number, ...wrong }),
      await ask({ number: petition.number, ...wrong }),
    ]
    for (const answer of asked) answer.assertStatus(404)
    const taken = await client.post('/sorgula/geri-cek').form({ number, secret })
    taken.assertStatus(404)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'received')
  })

  test('waits for it although its petitioner takes it back', async ({ client, assert }) => {
    const { petition, own } = await lampsJoined(client)
    ;(await client.post('/sorgula').form(own)).assertTextIncludes('başkaları da katıldı')
    const taken = await client.post('/sorgula/geri-cek').form(own)
    taken.assertStatus(200)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'received')
    const kinds = await db.from('steps').where('petition_id', petition.id).orderBy('position')
    assert.equal(kinds.at(-1).kind, 'withdrawalNoted')
  })

  test('takes it back, once, by the page or by number and code', async ({ client, assert }) => {
    await told()
    const receipt = await receiptOf(client)
    const page = await looked(client, receipt)
    const opened = /name="opened" value="([^"]+)"/.exec(page.text())![1]!
    for (const wrong of [{}, { opened: 'Deneme' }]) {
      const again = await client.post('/sorgula/katilimdan-cik').form(wrong)
      again.assertStatus(422)
      again.assertTextIncludes('action="/sorgula/katilimdan-cik"')
    }
    assert.equal((await db.from('petitions').firstOrFail()).joined, 1)
    for (let press = 0; press < 2; press++) {
      const left = await client.post('/sorgula/katilimdan-cik').form({ opened })
      left.assertStatus(200)
      left.assertTextIncludes('Katılımınızı geri çektik.')
      assert.notInclude(left.text(), 'action="/sorgula/katilimdan-cik"')
    }
    assert.equal((await db.from('petitions').firstOrFail()).joined, 0)
    const { id } = await db.from('petitions').firstOrFail()
    const petition = await Petition.findOrFail(id)
    const sef = await officer('sef')
    await transaction((trx) => petition.conclude('granted', 'Tamam.', { officer: sef }, trx))
    assert.isEmpty(await db.from('messages').where('event', 'joinConcluded'))
    // Whoever left may join again, and the petition's own number and code open no join.
    ;(await looked(client, receipt)).assertTextIncludes('vazgeçtiniz')
  })

  test('takes nothing back with somebody’s petition', async ({ client, assert }) => {
    const { petition, own } = await lampsJoined(client)
    const shown = await client.post('/sorgula/katilimdan-cik').form(own)
    shown.assertTextIncludes(LAMPS)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'received')
    assert.equal((await db.from('petitions').firstOrFail()).joined, 1)
  })

  test('is a number on the card and in lists, and nobody’s name or telephone', async ({
    client,
    assert,
  }) => {
    const petition = await told()
    const sef = await officer('sef')
    const seen = async () => [
      (await client.get(`/dosya/${petition.number}`).loginAs(sef)).text(),
      (await client.get('/masa').loginAs(sef)).text(),
    ]
    for (const page of await seen()) assert.notInclude(page, 'kişi daha katıldı')
    ;(await joined(client)).assertStatus(303)
    for (const page of await seen()) {
      assert.include(page, '1 kişi daha katıldı')
      for (const own of ['Mehmet', '0500 012 34 56']) assert.notInclude(page, own)
    }
  })
})
