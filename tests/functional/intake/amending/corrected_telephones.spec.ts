import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Message } from '#notification'
import { sealedColumn } from '#shared/sealed'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, received, referredTo } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { brought, correct, fresh, stepsOf } from './corrected.ts'

const OLD = PhoneNumber.parse('0500 012 34 56')!
const NEW = PhoneNumber.parse('0500 012 34 57')!

async function toldTo(phone: PhoneNumber) {
  const all = await Message.query().where('channel', 'sms').orderBy('id')
  return all
    .filter(({ recipient }) => recipient === phone.e164)
    .map(({ event, state }) => `${event} ${state}`)
}

test.group('The desk corrects a telephone', (group) => {
  wrapped(group)

  test('the new one gets a code of its own, the old one hears of it, and no more', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details({ phone: OLD }))
    const masa = await officer('masa')
    const done = await correct(client, masa, petition, { phone: '500 012 34 57' })
    done.assertStatus(303)
    assert.equal(done.header('location'), `/dosya/${petition.number}`)
    assert.equal((await brought(petition)).phone, NEW.e164)
    assert.deepEqual(await stepsOf(petition), ['received', 'telephoneAmended', 'secretRenewed'])
    assert.deepEqual(await toldTo(OLD), ['received cancelled', 'telephoneChanged queued'])
    assert.deepEqual(await toldTo(NEW), ['renewed queued'])
    const [told] = await Message.query().where('event', 'telephoneChanged')
    assert.notInclude(JSON.stringify(told!.$attributes), NEW.e164.slice(-7))
    const looked = await client
      .post('/sorgula')
      .form({ number: petition.number, secret: secret.text })
    looked.assertStatus(404)
  })

  test('what stood there before is sealed, and the desk’s alone', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { phone: OLD })
    const masa = await officer('masa')
    const said = { phone: '0500 012 34 57' }
    ;(await correct(client, masa, await fresh(petition), said)).assertStatus(303)
    const [kept, ...more] = await db.from('amendments').where('petition_id', petition.id)
    assert.isEmpty(more)
    assert.equal(kept.field, 'phone')
    assert.equal(sealedColumn.consume(kept.was), OLD.e164)
    for (const table of ['amendments', 'steps', 'petitioners']) {
      const rows = JSON.stringify(await db.from(table).where('petition_id', petition.id))
      assert.notMatch(rows, /0123456|012 34 56/, table)
    }

    const address = `/dosya/${petition.number}/duzelt`
    for (const login of ['masa', 'sef']) {
      const page = await client.get(address).loginAs(await officer(login))
      assert.include(page.text().replaceAll('\u00a0', ' '), OLD.pretty, login)
    }
    for (const login of ['tarim', 'tarim.amir', 'kaymakam']) {
      const who = await officer(login)
      assert.include([403, 404], (await client.get(address).loginAs(who)).status(), login)
      const card = await open(client, who, petition)
      assert.include(card.text(), says('intake.step.telephoneAmended'), login)
      assert.notMatch(card.text(), /012\s?34\s?56/, login)
    }
  })

  test('what waited for the old one is told to the new one, or by hand where there is none', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const one = await received({ phone: OLD })
    const other = await received({ phone: OLD, text: 'Su yok.' })
    for (const petition of [one, other]) {
      await petition.change((current, trx) => current.conclude('informed', 'Bitti.', {}, trx))
    }
    ;(await correct(client, masa, await fresh(one), { phone: '0500 012 34 57' })).assertStatus(303)
    assert.include(await toldTo(NEW), 'concluded queued')
    const gone = await correct(client, masa, await fresh(other), { phone: '' })
    gone.assertStatus(303)
    // Nothing that tells the new code would leave: it is printed.
    assert.match(gone.header('location')!, /^\/masa\/alindi\//)
    const queued = (await toldTo(OLD)).filter((told) => told.endsWith(' queued'))
    assert.deepEqual(queued, ['telephoneChanged queued', 'telephoneChanged queued'])
    const hand = await db.from('messages').where({ petition_id: other.id, channel: 'hand' })
    assert.lengthOf(hand, 1)
  })

  test('the silence stays with the old one, which hears nothing', async ({ client, assert }) => {
    const petition = await received({ phone: OLD })
    const masa = await officer('masa')
    await send(client, masa, petition, 'susturma', { reason: 'wrongNumber' })
    const said = { phone: '0500 012 34 57' }
    ;(await correct(client, masa, await fresh(petition), said)).assertStatus(303)
    const messages = await client.get(`/dosya/${petition.number}/mesajlar`).loginAs(masa)
    assert.notInclude(messages.text(), says('notification.silences.lift'))
    assert.lengthOf(await db.from('silences').whereNull('lifted_at'), 1)
  })

  test('what did not arrive is sent again to the new one alone', async ({ client, assert }) => {
    const petition = await received({ phone: OLD })
    const masa = await officer('masa')
    await petition.change((current, trx) => current.conclude('informed', 'Bitti.', {}, trx))
    const at = '2026-01-05 09:00:00'
    const end = { state: 'rejected', fault: '0x0B', next_at: null, final_at: at, missed_at: at }
    await db.from('messages').where({ event: 'concluded' }).update(end)
    const said = { phone: '0500 012 34 57' }
    ;(await correct(client, masa, await fresh(petition), said)).assertStatus(303)
    const message = await Message.query().where('event', 'concluded').firstOrFail()
    const again = await client
      .post(`/dosya/${petition.number}/mesajlar/${message.id}/yeniden`)
      .loginAs(masa)
      .withCsrfToken()
      .redirects(0)
      .form({})
    again.assertStatus(303)
    assert.include(await toldTo(NEW), 'concluded queued')
    assert.notInclude(await toldTo(OLD), 'concluded queued')
  })

  test('not more often than a code is renewed', async ({ client, assert }) => {
    const petition = await received({ phone: OLD })
    const masa = await officer('masa')
    for (const end of [57, 58, 59]) {
      const said = { phone: `0500 012 34 ${end}` }
      ;(await correct(client, masa, await fresh(petition), said)).assertStatus(303)
    }
    const said = { phone: '0500 012 34 60', name: 'Ayşe Düzgün' }
    const page = await correct(client, masa, await fresh(petition), said)
    page.assertStatus(422)
    page.assertTextIncludes(says('intake.problems.stage.renewedOften', { most: 3 }))
    assert.equal((await brought(petition)).name, 'Ayşe Deneme')
  })
})
