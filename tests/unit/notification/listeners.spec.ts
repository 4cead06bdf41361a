import db from '@adonisjs/lucid/services/db'
import { statementsOf } from '#tests/support/databases/statements'
import { test } from '@japa/runner'
import env from '#start/env'
import { Petition } from '#intake'
import { Officer } from '#organisation'
import { Handover } from '#routing'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { emptied, wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { person, province } from '#tests/support/databases/three_authorities'
import { details } from '#tests/support/petitions'
import { Silence } from '#notification'
import { Message } from '../../../app/notification/models/message.ts'

const phone = PhoneNumber.parse('0500 012 34 56')
const email = 'ayse@ornek.example'

async function referred(petition: Petition, to: string) {
  const catalogue = await district()
  const officer = await Officer.findByOrFail('login', 'masa')
  const unit = catalogue.unitByCode(to) ?? catalogue.bureau
  await transaction((trx) => petition.refer(unit, { officer }, trx))
}

async function givenBack(petition: Petition) {
  const officer = await Officer.findByOrFail('login', 'masa')
  await transaction((trx) => petition.returned({ officer, note: 'bizde değil' }, trx))
}

const events = async () => (await Message.query().orderBy('id')).map(({ event }) => event)

test.group('Telling the petitioner', (group) => {
  wrapped(group)

  test('puts number, promised day and code of a new petition into the outbox', async ({
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details({ phone }))
    const message = await Message.firstOrFail()
    assert.containsSubset(message.serialize(), {
      event: 'received',
      channel: 'sms',
      state: 'queued',
    })
    assert.equal(message.recipient, '+905000123456')
    assert.equal(message.sealed, secret.text)
    assert.equal(message.placeholders.number, petition.shownNumber)
    assert.equal(message.placeholders.dueOn, petition.dueOn.toISODate())
  })

  test('keeps neither the number of the telephone nor the code readable', async ({ assert }) => {
    const { secret } = await Petition.receive(details({ phone, email, name: 'Ayşe Deneme' }))
    const rows = JSON.stringify(await db.from('messages'))
    for (const plain of ['5000123456', 'ornek.example', secret.text, 'Ayşe', 'Köyümüz']) {
      assert.notInclude(rows, plain)
    }
  })

  test('says nothing to somebody who left neither phone nor e-mail', async ({ assert }) => {
    await Petition.receive(details())
    assert.lengthOf(await Message.all(), 0)
  })

  test('writes phone and e-mail in one statement, and asks nothing', async ({ assert }) => {
    await Petition.receive(details({ text: 'Bugünün ilk başvurusu.' }))
    const { statements } = await statementsOf(() => Petition.receive(details({ phone, email })))
    assert.isAbove(statements.length, 3)
    assert.isAtMost(statements.length, 8)
    const about = statements.filter((sql) => /messages|petitioners/.test(sql))
    assert.deepEqual(
      about.map((sql) => sql.split(' ')[0]!.toLowerCase()),
      ['insert', 'insert']
    )
    assert.lengthOf(await Message.all(), 2)
  })

  test('does not send e-mail where none is set up, and says why', async ({ assert }) => {
    await Petition.receive(details({ email }))
    const message = await Message.firstOrFail()
    assert.containsSubset(message.serialize(), { state: 'suppressed', fault: 'mail_off' })
    assert.isNull(message.sealed)
    assert.isNull(message.nextAt)
    assert.isNull(message.missedAt)
  })

  test('sends no text to somebody who wants none, and still the e-mail', async ({
    assert,
    cleanup,
  }) => {
    env.set('MAIL_MAILER', 'smtp')
    cleanup(() => env.set('MAIL_MAILER', 'none'))
    const { petition } = await Petition.receive(details({ phone, email, declinesTexts: true }))
    await transaction((trx) => petition.conclude('informed', 'Yol onarıldı.', {}, trx))
    const messages = await Message.query().orderBy('id')
    assert.deepEqual(
      messages.map(({ event, channel, state, fault }) => [event, channel, state, fault]),
      ['received', 'concluded'].flatMap((event) => [
        [event, 'sms', 'suppressed', 'declined'],
        [event, 'email', 'queued', null],
      ])
    )
    for (const { channel, sealed, missedAt, nextAt } of messages) {
      if (channel === 'email') continue
      assert.isNull(sealed)
      assert.isNull(missedAt)
      assert.isNull(nextAt)
    }
  })

  test('sends e-mail where it is set up', async ({ assert, cleanup }) => {
    env.set('MAIL_MAILER', 'smtp')
    cleanup(() => env.set('MAIL_MAILER', 'none'))
    await Petition.receive(details({ email }))
    assert.equal((await Message.firstOrFail()).state, 'queued')
  })

  test('tells once that a unit has it, however often it goes round', async ({ assert }) => {
    const { petition } = await Petition.receive(details({ phone }))
    await referred(petition, 'TAR')
    await givenBack(petition)
    await referred(petition, 'TAR')
    assert.deepEqual(await events(), ['received', 'routed'])
  })

  test('does not call the bureau itself a unit', async ({ assert }) => {
    const { petition } = await Petition.receive(details({ phone }))
    await referred(petition, 'the bureau')
    assert.deepEqual(await events(), ['received'])
    await referred(petition, 'TAR')
    assert.deepEqual(await events(), ['received', 'routed'])
  })

  test('tells which authority has it when it is handed over or given back', async ({ assert }) => {
    const { governorate, edremit } = await province()
    const vali = await person(governorate, 'vali', 'AKB', ['bureauChief'])
    const { petition } = await Petition.receive(details({ phone }))
    const sef = await (await Officer.findByOrFail('login', 'sef')).loadRoles()
    await Handover.make(petition, governorate.authority, sef, 'Gizli neden.')
    await Handover.giveBack(petition, vali, 'Gizli neden.')
    const messages = await Message.query().where('event', 'handedOver').orderBy('id')
    assert.deepEqual(
      messages.map(({ authorityId, placeholders }) => [authorityId, placeholders.office]),
      [governorate, edremit].map(({ authority }) => [authority.id, authority.name])
    )
    assert.notInclude(JSON.stringify(await db.from('messages')), 'neden')
  })

  test('keeps a telephone silent at the new authority, and old tasks from nobody’s list', async ({
    assert,
  }) => {
    const { governorate } = await province()
    const vali = await person(governorate, 'vali', 'AKB', ['bureauChief'])
    const sef = await (await Officer.findByOrFail('login', 'sef')).loadRoles()
    const { petition } = await Petition.receive(details({ phone }))
    await transaction((trx) => Silence.record(petition, phone!.e164, 'declined', sef, trx))
    await db.from('messages').update({ missed_at: '2026-01-05 09:00:00' })
    await Handover.make(petition, governorate.authority, sef, 'İl yolu.')
    assert.isNull((await db.from('messages').orderBy('id').firstOrFail()).missed_at)
    const [silence, ...others] = await Silence.of(petition, phone!.e164)
    assert.containsSubset(silence?.serialize(), { reason: 'declined', officerId: sef.id })
    assert.isEmpty(others)
    await Handover.giveBack(petition, vali, 'Köy yolu.')
    assert.lengthOf(await Silence.of(petition, phone!.e164), 1)
  })

  test('tells of the conclusion, and of a forwarding in its own words', async ({ assert }) => {
    for (const outcome of ['informed', 'forwarded'] as const) {
      const { petition } = await Petition.receive(details({ phone }))
      await transaction((trx) => petition.conclude(outcome, 'Yol onarıldı.', {}, trx))
    }
    assert.deepEqual(await events(), ['received', 'concluded', 'received', 'forwarded'])
    assert.notInclude(JSON.stringify(await db.from('messages')), 'onarıldı')
  })

  test('cannot say the same thing of one step twice', async ({ assert }) => {
    await Petition.receive(details({ phone }))
    const { id, ...row } = await db.from('messages').firstOrFail()
    await assert.rejects(() => db.table('messages').insert(row), /unique|duplicate/i)
  })
})

test.group('A message and its step', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('a step that is rolled back tells nobody', async ({ assert }) => {
    const { petition } = await Petition.receive(details({ phone }))
    await assert.rejects(
      () =>
        transaction(async (trx) => {
          await petition.conclude('informed', 'Yol onarıldı.', {}, trx)
          throw new Error('the lights went out')
        }),
      'the lights went out'
    )
    assert.deepEqual(await events(), ['received'])
  })

  test('a petition whose message cannot be written is not received', async ({
    assert,
    cleanup,
  }) => {
    const queue = Message.queue
    Message.queue = async () => {
      throw new Error('the disk is full')
    }
    cleanup(() => {
      Message.queue = queue
    })
    await assert.rejects(() => Petition.receive(details({ phone })), 'the disk is full')
    for (const table of ['petitions', 'petitioners', 'steps', 'messages']) {
      assert.lengthOf(await db.from(table), 0, table)
    }
  })
})
