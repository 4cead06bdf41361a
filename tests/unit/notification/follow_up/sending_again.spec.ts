import { test } from '@japa/runner'
import { Petition, renewSecret } from '#intake'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { Message } from '../../../../app/notification/models/message.ts'
import { Silence } from '../../../../app/notification/models/silence.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { withoutSuppressed } from '../../../../app/notification/dispatch/suppression.ts'
import {
  NotMissed,
  sendAgain,
  Silenced,
} from '../../../../app/notification/follow_up/sending_again.ts'
import { FINAL, MISSED } from '../../../../app/notification/message_states.ts'
import { ends, PHONE, received, messagesOf } from '#tests/support/notification/dispatching'

/** A petition that was concluded; the text about it is the one at hand. */
async function concluded() {
  const { petition, message: first } = await received()
  await ends(first, 'delivered', null)
  await transaction((trx) => petition.conclude('informed', 'Yol onarıldı.', {}, trx))
  return { petition, message: await Message.findByOrFail('event', 'concluded') }
}

async function again(message: Message, { id }: Petition) {
  const petition = await Petition.findOrFail(id)
  await sendAgain(await Message.findOrFail(message.id), petition, await officer('masa'))
}

test.group('Sending again', (group) => {
  emptied(group)

  test('says the same of the same step to the same telephone, once more', async ({ assert }) => {
    const { petition, message } = await concluded()
    await ends(message, 'rejected', 'ESME_RINVDSTADR')
    await again(message, petition)
    const [, old, fresh] = await Message.query().orderBy('id')
    assert.equal(old!.state, 'rejected')
    assert.isNull(old!.missedAt)
    assert.deepEqual([fresh!.version, fresh!.state, fresh!.attempts], [2, 'queued', 0])
    assert.equal(fresh!.recipient, old!.recipient)
    assert.deepEqual(fresh!.placeholders, old!.placeholders)
    assert.equal(fresh!.stepId, old!.stepId)
  })

  test('is done once, however often and from wherever it is pressed', async ({ assert }) => {
    for (const state of ['failed', 'unknown'] as const) {
      const { petition, message } = await concluded()
      await ends(message, state, null)
      await Promise.all([again(message, petition), again(message, petition)])
      await again(message, petition)
      assert.deepEqual(await messagesOf(petition), [
        'received 1 delivered',
        `concluded 1 ${state}`,
        'concluded 2 queued',
      ])
      await Message.query().delete()
    }
  })

  test('is for what did not arrive, and for nothing else', async ({ assert }) => {
    const { petition, message } = await concluded()
    const other = [...FINAL, 'queued', 'waiting', 'sending', 'sent'] as const
    for (const state of other) {
      if (MISSED.includes(state) || state === 'unknown') continue
      await Message.query().where('id', message.id).update({ state })
      await assert.rejects(() => again(message, petition), NotMissed as never)
    }
    assert.lengthOf(await Message.all(), 2)
  })

  test('is refused where the telephone gets no texts', async ({ assert }) => {
    const { petition, message } = await concluded()
    await ends(message, 'undeliverable', null)
    const masa = await officer('masa')
    await transaction((trx) => Silence.record(petition, PHONE, 'declined', masa, trx))
    await assert.rejects(() => again(message, petition), Silenced as never)
    assert.isNotNull((await Message.findOrFail(message.id)).missedAt)
  })

  test('makes a new code where the message told one, and tells it', async ({ assert }) => {
    const { petition, secret, message } = await received()
    await ends(message, 'undeliverable', null)
    await Promise.all([again(message, petition), again(message, petition)])
    await again(message, petition)
    assert.deepEqual(await messagesOf(petition), ['received 1 undeliverable', 'renewed 1 queued'])
    const fresh = await Message.findByOrFail('event', 'renewed')
    const current = await Petition.findOrFail(petition.id)
    assert.isNotNull(fresh.sealed)
    assert.notEqual(fresh.sealed, secret.text)
    assert.isFalse(secret.opens(current))
    assert.isNull((await Message.findOrFail(message.id)).missedAt)

    await ends(fresh, 'failed', 'no_link')
    await again(fresh, petition)
    assert.deepEqual(await messagesOf(petition), [
      'received 1 undeliverable',
      'renewed 1 failed',
      'renewed 1 queued',
    ])
  })
})

test.group('A code that was renewed', (group) => {
  emptied(group)

  async function renewed({ id }: Petition) {
    const [petition, masa] = [await Petition.findOrFail(id), await officer('masa')]
    return petition.change((current, trx) => renewSecret(current, masa, trx))
  }

  test('is told to telephone and e-mail, and no old one is sent any more', async ({ assert }) => {
    const { petition } = await Petition.receive(
      details({ phone: PhoneNumber.parse(PHONE), email: 'ayse@ornek.example' })
    )
    const secret = await renewed(petition)
    assert.deepEqual(await messagesOf(petition), [
      'received 1 cancelled',
      'received 1 suppressed',
      'renewed 1 queued',
      'renewed 1 suppressed',
    ])
    const [old, , fresh] = await Message.query().orderBy('id')
    assert.deepEqual([old!.sealed, old!.nextAt, old!.missedAt], [null, null, null])
    assert.equal(old!.fault, 'secret_renewed')
    assert.equal(fresh!.sealed, secret.text)
  })

  test('is not followed by the old one when that was being sent and failed', async ({ assert }) => {
    const { petition, message } = await received()
    const outbox = new Outbox(new Route('sms', 'smpp'))
    const [claimed] = await withoutSuppressed(await outbox.claim(1))
    await renewed(petition)
    await outbox.settle(claimed!, { kind: 'temporary', status: 'ESME_RSYSERR' })
    const { nextAt } = await Message.findOrFail(message.id)
    assert.isNotNull(nextAt)
    await Message.query().update({ next_at: '2026-01-01 00:00:00' })
    const [next, ...rest] = await withoutSuppressed(await outbox.claim(10))
    assert.equal(next!.event, 'renewed')
    assert.lengthOf(rest, 0)
    assert.deepEqual(await messagesOf(petition), ['received 1 cancelled', 'renewed 1 sending'])
  })

  test('does not change what was said without one', async ({ assert }) => {
    const { petition, message } = await concluded()
    await ends(message, 'failed', 'no_link')
    await renewed(petition)
    assert.isNotNull((await Message.findOrFail(message.id)).missedAt)
  })
})
