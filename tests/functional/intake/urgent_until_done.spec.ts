import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Climbing, Petition } from '#intake'
import { Message } from '#notification'
import { Catalogue } from '#organisation'
import { Referral } from '#routing'
import { blindIndex } from '#shared/keys'
import { PhoneNumber } from '#shared/typed/phone_number'
import { send } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { districtId } from '#tests/support/databases/district'
import { officer, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

const GAS = 'Apartmanda çok kuvvetli gaz kokusu var, başımız dönüyor.'
const DUTY = '0500 000 00 77'

/** Each with a telephone and an address of their own, so that it shows who is told. */
async function telephones() {
  for (const [at, login] of ['masa', 'sef', 'kaymakam', 'tarim', 'tarim.amir'].entries()) {
    const one = await officer(login)
    one.merge({ phone: `0500 000 00 ${10 + at}`, email: `${login}@deneme.example` })
    await one.save()
  }
}

/** Whom the messages of this event are for, e-mails by what stands before the @. */
async function told(event: 'urgent' | 'stillUrgent') {
  const messages = await Message.query().where('event', event).orderBy('id')
  const emails = messages.filter(({ channel }) => channel === 'email')
  return emails.map(({ recipient }) => recipient.split('@')[0]).toSorted()
}

async function wasDue() {
  await db.from('urgencies').update({ climbs_at: '2026-01-05 09:00:00' })
}

function round() {
  return new Climbing({
    error: (data) => {
      throw (data as { err: Error }).err
    },
  }).round()
}

test.group('What must be looked at at once', (group) => {
  emptied(group)

  group.each.setup(telephones)

  test('is told at once to the desk and whoever is on duty, with its number alone', async ({
    assert,
  }) => {
    await db.from('authorities').where('id', districtId()).update({ duty_phone: DUTY })
    Catalogue.forget()
    const { petition } = await Petition.receive(details({ text: GAS }))
    assert.sameMembers(await told('urgent'), ['masa', 'sef'])
    const texts = await Message.query().where({ event: 'urgent', channel: 'sms' })
    assert.include(
      texts.map(({ recipient }) => recipient),
      '+905000000077'
    )
    for (const { placeholders, petitionId } of texts) {
      assert.deepEqual(placeholders as object, { number: petition.shownNumber, dueOn: null })
      assert.isNull(petitionId)
    }
    await db.from('authorities').where('id', districtId()).update({ duty_phone: null })
    Catalogue.forget()
  })

  test('costs an ordinary petition no statement and no row', async ({ assert }) => {
    await Petition.receive(details())
    assert.deepEqual(await told('urgent'), [])
    assert.lengthOf(await db.from('urgencies'), 0)
  })

  test('is told to the officers and the head of the unit that gets it', async ({ assert }) => {
    const { petition } = await Petition.receive(details({ text: GAS }))
    await db.from('messages').delete()
    await Referral.make(petition, await unit('TAR'), await officer('sef'))
    assert.deepEqual(await told('urgent'), ['tarim', 'tarim.amir'])
  })

  test('is told to nobody whose own petition it is', async ({ assert }) => {
    const tarim = await officer('tarim')
    const phone = PhoneNumber.parse('0500 012 34 55')!
    tarim.ownPhoneIndex = blindIndex('phone', phone.e164)
    await tarim.save()
    const { petition } = await Petition.receive(details({ text: GAS, phone }))
    await db.from('messages').delete()
    await Referral.make(petition, await unit('TAR'), await officer('sef'))
    assert.deepEqual(await told('urgent'), ['tarim.amir'])
  })

  test('climbs every quarter of an hour until everybody was told, and nobody twice', async ({
    assert,
  }) => {
    const { petition } = await Petition.receive(details({ text: GAS }))
    await Referral.make(petition, await unit('TAR'), await officer('sef'))
    await round()
    assert.deepEqual(await told('stillUrgent'), [], 'a quarter of an hour has not passed')
    const rungs = [['tarim', 'tarim.amir'], ['tarim.amir'], ['sef'], ['kaymakam']]
    for (const expected of rungs) {
      await db.from('messages').delete()
      await wasDue()
      await Promise.all([round(), round()])
      await round()
      assert.deepEqual(await told('stillUrgent'), expected)
    }
    await db.from('messages').delete()
    const [row] = await db.from('urgencies')
    assert.equal(row.climbed, 4)
    assert.isNull(row.climbs_at)
    const steps = await db.from('steps').where('kind', 'urgencyClimbed').orderBy('position')
    assert.deepEqual(
      steps.map(({ note }) => note),
      ['Birim görevlileri', 'Birim amiri', 'Büro sorumlusu', 'Yöneticiler']
    )
  })

  test('ends only when somebody writes whom they called and what was done', async ({
    client,
    assert,
  }) => {
    const { petition } = await Petition.receive(details({ text: GAS }))
    const masa = await officer('masa')
    const change = { level: 'ordinary', why: 'Sakin.' }
    const lowered = await send(client, masa, petition, 'aciliyet', change)
    lowered.assertStatus(422)
    const half = await send(client, masa, petition, 'gereken', { called: '187' })
    half.assertStatus(422)
    assert.include(half.text(), '187')
    const said = { called: '187 ve apartman yöneticisi', done: 'Vana kapatıldı.' }
    const met = await send(client, masa, petition, 'gereken', said)
    met.assertStatus(303)
    const again = await send(client, masa, petition, 'gereken', said)
    again.assertStatus(303)
    const { urgency } = await Petition.findOrFail(petition.id)
    assert.equal(urgency, 'ordinary')
    await wasDueNoMore(assert)
    const steps = await db.from('steps').where('kind', 'urgencyMet')
    assert.lengthOf(steps, 1)
    assert.equal(steps[0].note, `${said.called}\n${said.done}`)
  })

  test('is what the desk says, with a reason, and whoever looks is told then', async ({
    client,
    assert,
  }) => {
    const { petition } = await Petition.receive(details())
    const masa = await officer('masa')
    const bare = await send(client, masa, petition, 'aciliyet', { level: 'atOnce' })
    bare.assertStatus(422)
    const why = 'Telefonda ağladı, evde yalnız.'
    const set = await send(client, masa, petition, 'aciliyet', { level: 'atOnce', why })
    set.assertStatus(303)
    assert.sameMembers(await told('urgent'), ['masa', 'sef'])
    const page = await client.get(`/dosya/${petition.number}`).loginAs(masa)
    assert.include(page.text(), '<strong>Hemen</strong>')
    assert.include(page.text(), 'Gereken yapıldı')
  })

  test('is not the business of a unit that does not have it', async ({ client }) => {
    const { petition } = await Petition.receive(details({ text: GAS }))
    const said = { called: 'x', done: 'y' }
    const sent = await send(client, await officer('tarim'), petition, 'gereken', said)
    sent.assertStatus(404)
  })
})

async function wasDueNoMore(assert: { isNull(value: unknown): void }) {
  const [row] = await db.from('urgencies')
  assert.isNull(row.climbs_at)
}
