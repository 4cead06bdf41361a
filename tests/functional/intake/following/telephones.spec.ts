import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Petition, renewSecret, type Secret } from '#intake'
import { stamp } from '#shared/dates/stored'
import { transaction } from '#shared/database/transaction'
import { PhoneNumber } from '#shared/typed/phone_number'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { codes, toldCode } from '#tests/support/notification/told_code'
import { details } from '#tests/support/petitions'

const OLD = PhoneNumber.parse('0500 012 34 56')
const NEW = '0500 012 34 57'
const field = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? ''

test.group('A citizen gives a petition another telephone', (group) => {
  emptied(group)

  async function opened(client: ApiClient, petition: Petition, secret: Secret) {
    const page = await client
      .post('/sorgula')
      .form({ number: petition.number, secret: secret.text })
    return field(page.text(), 'opened')
  }

  async function asked(client: ApiClient, seal: string, phone = NEW) {
    const page = await client.post('/sorgula/telefon').form({ opened: seal, phone })
    page.assertStatus(200)
    return { opened: field(page.text(), 'opened'), asked: field(page.text(), 'asked') }
  }

  const confirm = (client: ApiClient, form: Record<string, string>) =>
    client.post('/sorgula/telefon/kod').form(form)
  const phoneOf = async (petition: Petition) => {
    const petitioner = await petition.related('petitioner').query().firstOrFail()
    return petitioner.phone
  }

  test('by its own code and one that came there, and the old one is told', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details({ phone: OLD }))
    const form = await asked(client, await opened(client, petition, secret))
    const code = await toldCode()
    for (let press = 0; press < 2; press++) {
      const done = await confirm(client, { ...form, code })
      done.assertStatus(200)
      assert.include(done.text(), says('intake.follow.done.telephoneChanged'))
      assert.equal(done.header('cache-control'), 'no-store')
      assert.notExists(done.header('set-cookie'))
    }
    assert.equal(await phoneOf(petition), PhoneNumber.parse(NEW)!.e164)
    const told = await db.from('messages').where({ event: 'telephoneChanged' })
    assert.lengthOf(told, 1)
    const steps = db.from('steps').where({ petition_id: petition.id, kind: 'telephoneChanged' })
    assert.lengthOf(await steps, 1)
    // From now on the new one opens what a telephone opens, and the old one nothing.
    const { phoneIndex } = await petition.related('petitioner').query().firstOrFail()
    const rows = await db.from('petitioners').where('phone_index', phoneIndex!)
    assert.lengthOf(rows, 1)
  })

  test('not without the code, nor with one that is wrong, old or of another petition', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details({ phone: OLD }))
    const { petition: other, secret: others } = await Petition.receive(
      details({ phone: OLD, text: 'Su yok mu?' })
    )
    const seal = await opened(client, petition, secret)
    const form = await asked(client, seal)
    const code = await toldCode()
    const wrong = code === '000000' ? '000001' : '000000'
    for (const typed of ['', 'abc', wrong]) {
      const page = await confirm(client, { ...form, code: typed })
      page.assertStatus(422)
      assert.include(page.text(), 'action="/sorgula/telefon/kod"')
      assert.include(page.text(), 'code-problem')
    }
    const foreign = await opened(client, other, others)
    const crossed = await confirm(client, { opened: foreign, asked: form.asked, code })
    crossed.assertStatus(422)
    assert.include(crossed.text(), says('intake.problems.askedCode.expired'))
    const past = stamp(DateTime.utc().minus({ seconds: 1 }))
    await db.from('telephone_codes').update({ expires_at: past })
    ;(await confirm(client, { ...form, code })).assertStatus(422)
    await db
      .from('telephone_codes')
      .update({ expires_at: stamp(DateTime.utc().plus({ minutes: 5 })) })
    const sef = await officer('sef')
    const renewed = await transaction((trx) => renewSecret(petition, sef, trx))
    const shut = await confirm(client, { ...form, code })
    shut.assertStatus(422)
    assert.include(shut.text(), says('intake.problems.lookup.shut'))
    for (const one of [petition, other]) assert.equal(await phoneOf(one), OLD!.e164)
    const typed = { asked: form.asked, code, number: petition.number, secret: renewed.text }
    ;(await confirm(client, typed)).assertStatus(200)
    assert.equal(await phoneOf(petition), PhoneNumber.parse(NEW)!.e164)
  })

  test('counted by petition, telephone and address, and five times in a day', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details({ phone: OLD }))
    const seal = await opened(client, petition, secret)
    for (let turn = 0; turn < 5; turn++) await asked(client, seal, `0500 012 34 6${turn}`)
    const page = await client.post('/sorgula/telefon').form({ opened: seal, phone: NEW })
    page.assertStatus(429)
    assert.include(page.text(), 'Çok fazla kod istendi')
    assert.include(page.text(), `value="${NEW}"`)
    assert.lengthOf(await codes(), 5)
  })

  test('and mends a number that is none', async ({ client, assert }) => {
    const { petition, secret } = await Petition.receive(details({ phone: OLD }))
    const seal = await opened(client, petition, secret)
    for (const phone of ['', '0266 373 10 00', 'x'.repeat(10_001)]) {
      const page = await client.post('/sorgula/telefon').form({ opened: seal, phone })
      page.assertStatus(422)
      assert.include(page.text(), 'phone-problem')
    }
    assert.lengthOf(await codes(), 0)
  })
})
