import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import env from '#start/env'
import { DateTime } from 'luxon'
import { insertRows } from '#database/fill'
import { Petition, PrivacyNotice } from '#intake'
import { Silence } from '#notification'
import { Catalogue, Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'
import { FormToken } from '../../../app/intake/form/form_token.ts'

const PHONE = PhoneNumber.parse('0500 012 34 56')!
const EMAIL = 'ayse@ornek.example'

/** The same words of one person are asked about: each form has its own. */
let turn = 0

function form(about: Record<string, string> = {}) {
  return {
    text: `Sokağımızın ${++turn} lambası yanmıyor.`,
    kind: 'request',
    name: 'Ayşe Deneme',
    nationalId: '12345678950',
    phone: '',
    address: 'Zeytinli Mahallesi 3',
    token: FormToken.issue(),
    ...about,
  }
}

async function receiptOf(client: ApiClient, about: Record<string, string>, prefix = '') {
  const sent = await client.post(`${prefix}/basvuru`).form(form(about)).redirects(0)
  sent.assertStatus(303)
  return (await client.get(sent.header('location')!)).text()
}

/** Nothing goes to this telephone any more. */
async function silenced() {
  const officer = await Officer.findByOrFail('login', 'masa')
  const { petition } = await Petition.receive(details({ phone: PHONE }))
  await transaction((trx) => Silence.record(petition, PHONE.e164, 'wrongNumber', officer, trx))
}

function mail(mailer: 'smtp' | 'none', cleanup: (undo: () => void) => void) {
  const before = env.get('MAIL_MAILER')
  env.set('MAIL_MAILER', mailer)
  cleanup(() => env.set('MAIL_MAILER', before))
}

const PROMISED = {
  tr: { sms: /Size (kısa mesaj göndereceğiz|kısa mesaj ve)/, email: /e-posta göndereceğiz/ },
  en: { sms: /We will send you a text message/, email: /(send you|and) an e-mail/ },
}

test.group('A receipt promises what the outbox will do', (group) => {
  wrapped(group)

  for (const isSilent of [false, true]) {
    for (const mailer of ['smtp', 'none'] as const) {
      for (const declinesTexts of ['', '1']) {
        for (const phone of ['', PHONE.e164]) {
          for (const email of ['', EMAIL]) {
            const state = [
              isSilent && 'silenced',
              mailer === 'none' && 'mail off',
              declinesTexts && 'wants no texts',
              phone ? 'phone' : 'no phone',
              email ? 'e-mail' : 'no e-mail',
            ]
            test(`and nothing else: ${state.filter(Boolean).join(', ')}`, async ({
              client,
              assert,
              cleanup,
            }) => {
              mail(mailer, cleanup)
              if (isSilent) await silenced()
              const sms = Boolean(phone) && !declinesTexts && !isSilent
              const byMail = Boolean(email) && mailer === 'smtp'
              for (const [locale, prefix] of [
                ['tr', ''],
                ['en', '/en'],
              ] as const) {
                const page = await receiptOf(client, { phone, email, declinesTexts }, prefix)
                assert.equal(PROMISED[locale].sms.test(page), sms, `${locale}: text`)
                assert.equal(PROMISED[locale].email.test(page), byMail, `${locale}: e-mail`)
              }
            })
          }
        }
      }
    }
  }
})

test.group('Every page says the same day, and why', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  /** Whatever day it is today: the seventh day from now is off, and the one after it. */
  async function holidayInAWeek() {
    const day = DateTime.now().setZone('Europe/Istanbul').plus({ days: 7 })
    const off = (plus: number) => ({
      authority_id: null,
      day: day.plus({ days: plus }).toISODate()!,
      portion: 'full',
      name: 'Bayram',
      kind: 'statutory',
      basis: null,
    })
    await insertRows(db.connection(), 'holidays', [off(0), off(1)])
    Catalogue.forget()
  }

  test('on the receipt, on the result and on the card, also after leave was entered', async ({
    client,
    assert,
  }) => {
    await holidayInAWeek()
    const because = '7. gün tatile geldiği için ilk iş günü'
    const { petition, secret } = await Petition.receive(details())
    await db.from('holidays').where('name', 'Bayram').delete()
    Catalogue.forget()
    const result = await client
      .post('/sorgula')
      .form({ number: petition.number, secret: secret.text })
    assert.include(result.text(), because)
    assert.include(result.text(), 'kayıt gününden sonra 30 gün')
    const officer = await Officer.findByOrFail('login', 'masa')
    const card = await client.get(`/dosya/${petition.number}`).loginAs(officer)
    card.assertStatus(200)
    assert.include(card.text(), because)
  })

  test('on a receipt that promises nine days, beside a first page that says what holidays do', async ({
    client,
    assert,
  }) => {
    await holidayInAWeek()
    const page = await receiptOf(client, {})
    assert.include(page, '7. gün tatile geldiği için ilk iş günü')
    const home = await client.get('/')
    assert.include(home.text(), '7 gün içinde cevap veririz. Son gün tatile gelirse ilk iş günü.')
    assert.notInclude(home.text(), 'En geç 7 gün')
  })

  test('and promises no day that has passed', async ({ client, assert }) => {
    const { petition, secret } = await Petition.receive(details())
    await db.from('petitions').where('id', petition.id).update({ due_on: '2026-01-05' })
    for (const [prefix, late, promise] of [
      ['', 'Cevap için son gün 5 Ocak 2026 Pazartesi idi', 'cevap vereceğiz'],
      ['/en', 'The last day for the answer was Monday 5 January 2026', 'We will answer by'],
    ] as const) {
      const page = await client
        .post(`${prefix}/sorgula`)
        .form({ number: petition.number, secret: secret.text })
      assert.include(page.text(), late)
      assert.notInclude(page.text(), promise)
    }
  })

  test('also where an old form is sent again after that day', async ({ client, assert }) => {
    const old = form()
    await client.post('/basvuru').form(old).redirects(0)
    await db.from('petitions').update({ due_on: '2026-01-05' })
    const again = await client.post('/basvuru').form(old).redirects(0)
    const receipt = await client.get(again.header('location')!)
    assert.include(receipt.text(), 'Cevap için son gün 5 Ocak 2026 idi')
    assert.notInclude(receipt.text(), 'class="receipt__date"')
  })

  test('and where it is: bureau, unit, or the bureau that answers itself', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const officer = await Officer.findByOrFail('login', 'masa')
    const { bureau, units } = await district()
    const unit = units.find(({ code }) => code === 'TAR')!
    const where = async () => {
      const page = await client
        .post('/sorgula')
        .form({ number: petition.number, secret: secret.text })
      return page.text()
    }
    assert.include(await where(), 'tarihinden beri Açık Kapı bürosunda')
    assert.notInclude(await where(), 'şu birimde')
    await petition.change((current, trx) => current.refer(bureau, { officer }, trx))
    assert.include(await where(), 'Cevabınızı Açık Kapı bürosu hazırlıyor')
    await petition.change((current, trx) => current.refer(unit, { officer }, trx))
    assert.include(await where(), `Başvurunuz şu birimde: ${unit.name}`)
  })
})

test.group('A paper says where to look', (group) => {
  wrapped(group)

  test('by the address that is set, never by the one that was asked', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const result = () =>
      client
        .post('/sorgula')
        .header('host', 'kotu.example')
        .form({ number: petition.number, secret: secret.text })
    assert.notInclude(await receiptOf(client, {}), 'Sorgulama adresi')
    assert.notInclude((await result()).text(), 'Sorgulama adresi')

    env.set('APP_URL', 'https://acikkapi.edremit.example')
    cleanup(() => env.set('APP_URL', ''))
    for (const page of [await receiptOf(client, {}), (await result()).text()]) {
      assert.match(page, /Sorgulama adresi:[^]{1,20}acikkapi\.edremit\.example\/sorgula</)
      assert.notInclude(page, 'kotu.example')
    }
    assert.include(await receiptOf(client, {}, '/en'), 'acikkapi.edremit.example/en/sorgula<')
  })
})

test.group('The privacy notice that was shown', (group) => {
  wrapped(group)
  group.each.teardown(() => {
    PrivacyNotice.forget()
    Catalogue.forget()
  })

  async function newNotice() {
    const { authority } = await district()
    for (const locale of ['tr', 'en']) {
      await db.table('privacy_notices').insert({
        authority_id: authority.id,
        version: 2,
        locale,
        text: 'Yeni metin.',
        published_at: '2026-11-01 09:00:00',
      })
    }
    PrivacyNotice.forget()
    Catalogue.forget()
  }

  const kept = async () => (await db.from('petitions').orderBy('id', 'desc').first()).notice_version

  test('is kept, also when a newer one came while the form was open', async ({
    client,
    assert,
  }) => {
    const page = (await client.get('/basvuru')).text()
    const [, notice] = /name="notice" value="(\d+)"/.exec(page)!
    const [, address] = /href="(\/aydinlatma[^"]*)" target/.exec(page)!
    await newNotice()
    await client
      .post('/basvuru')
      .form(form({ notice: notice! }))
      .redirects(0)
    assert.equal(await kept(), 1)
    const shown = await client.get(address!.replaceAll('&amp;', '&'))
    assert.notInclude(shown.text(), 'Yeni metin.')

    const fresh = (await client.get('/basvuru')).text()
    assert.include(fresh, 'name="notice" value="2"')
  })

  test('is the one in force where a form names none that we know', async ({ client, assert }) => {
    await newNotice()
    for (const notice of ['3', '0', '-1', '1e0', ' ', '__proto__', '1 or 1=1']) {
      await client.post('/basvuru').form(form({ notice })).redirects(0)
      assert.equal(await kept(), 2, notice)
    }
    await client
      .post('/basvuru')
      .form({ ...form(), 'notice[]': '1' })
      .redirects(0)
    assert.equal(await kept(), 2)
  })
})
