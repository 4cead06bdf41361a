import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { wrapped } from '#tests/support/database'
import { stamp } from '#shared/dates/stored'
import type { Receipt } from '#sms'
import { district } from '#tests/support/databases/district'
import { DeliveryReceipt } from '../../../../app/notification/models/delivery_receipt.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { MessagePart } from '../../../../app/notification/models/message_part.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { ReceiptBook } from '../../../../app/notification/receipts/receipt_book.ts'
import { PHONE, received } from '#tests/support/notification/dispatching'

const OTHER = '+905000999999'
const book = new ReceiptBook('smpp')
const outbox = new Outbox(new Route('sms', 'smpp'))

/** A message that the operator has under these ids. */
async function sentAs(...ids: string[]) {
  const { message } = await received()
  const [claimed] = await outbox.claim(1)
  await outbox.settle(claimed!, { kind: 'sent', ids })
  return message
}

function receiptOf(id: string, about: Partial<Receipt> = {}): Receipt {
  const raw = `id:${id} stat:DELIVRD err:000`
  return {
    ...{ gateway: 'smpp', id, otherIds: [], state: 'delivered', error: '000', to: PHONE, raw },
    ...about,
  }
}

async function reported(id: string, about: Partial<Receipt> = {}) {
  await book.keep(receiptOf(id, about))
  await book.match()
}

const stateOf = async ({ id }: Message) => (await Message.findOrFail(id)).state
const waiting = async () => (await DeliveryReceipt.query().whereNotNull('next_at')).length

/** As if the receipts had come so long ago. */
function aged(ago: { seconds?: number; hours?: number }) {
  const receivedAt = stamp(DateTime.utc().minus(ago))
  return DeliveryReceipt.query().update({ received_at: receivedAt, next_at: receivedAt })
}

/** The second look at what is still waited with. */
async function lookAgain() {
  const before = stamp(DateTime.utc().minus({ seconds: 6 }))
  await DeliveryReceipt.query()
    .whereNotNull('next_at')
    .update({ received_at: before, next_at: before })
  await book.match()
}

/** Lets something happen between the next look for parts and what is made of it. */
function afterTheLook(happens: () => Promise<void>) {
  const query = MessagePart.query
  MessagePart.query = function (...options: Parameters<typeof query>) {
    MessagePart.query = query
    const builder = query.apply(this, options)
    const exec = builder.exec.bind(builder)
    builder.exec = async () => {
      const found = await exec()
      await happens()
      return found
    }
    return builder
  } as typeof query
}

test.group('Receipts', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    await district()
  })

  test('tell a message that it was delivered', async ({ assert }) => {
    const message = await sentAs('1a')
    await reported('1a')
    assert.equal(await stateOf(message), 'delivered')
    assert.equal(await waiting(), 0)
  })

  for (const state of ['expired', 'undeliverable', 'rejected', 'unknown'] as const) {
    test(`tell a message that it is ${state}, for good`, async ({ assert }) => {
      const message = await sentAs('1a')
      await reported('1a', { state })
      assert.equal(await stateOf(message), state)
      await reported('1a')
      await aged({ hours: 1 })
      await book.match()
      assert.equal(await stateOf(message), state)
    })
  }

  test('that only say "on the way" change nothing', async ({ assert }) => {
    const message = await sentAs('1a')
    await reported('1a', { state: 'enroute' })
    await reported('1a', { state: 'accepted' })
    assert.equal(await stateOf(message), 'sent')
    await reported('1a')
    assert.equal(await stateOf(message), 'delivered')
    await reported('1a', { state: 'enroute' })
    assert.equal(await stateOf(message), 'delivered')
  })

  test('that came before the answer are understood with it', async ({ assert }) => {
    await reported('1a')
    await aged({ seconds: 20 })
    await book.match()
    assert.equal(await waiting(), 1)
    const message = await sentAs('1a')
    await book.match()
    assert.equal(await stateOf(message), 'delivered')
  })

  test('whose message becomes known while they are looked at are not put off', async ({
    assert,
  }) => {
    const { message } = await received()
    const [claimed] = await outbox.claim(1)
    afterTheLook(() => outbox.settle(claimed!, { kind: 'sent', ids: ['1a'] }))
    await reported('1a')
    assert.equal(await stateOf(message), 'sent')
    await book.match()
    assert.equal(await stateOf(message), 'delivered')
  })

  test('whose telephone is nobody’s do not keep others waiting', async ({ assert }) => {
    const ids = Array.from({ length: 200 }, (_, n) => `early${n}`)
    const about = { otherIds: ['guess'], to: null }
    await Promise.all(ids.map((id) => book.keep(receiptOf(id, about))))
    await sentAs(...ids)
    await book.match()
    assert.isFalse(await book.match(), 'they are looked at again later')
    const message = await sentAs('own')
    await reported('own')
    assert.equal(await stateOf(message), 'delivered')
  })

  test('say delivered of a long text when all its parts are', async ({ assert }) => {
    const message = await sentAs('1', '2', '3')
    await reported('1')
    await reported('3')
    assert.equal(await stateOf(message), 'sent')
    await reported('2')
    assert.equal(await stateOf(message), 'delivered')
  })

  test('say undelivered of a long text when one of its parts is', async ({ assert }) => {
    const message = await sentAs('1', '2')
    await reported('1')
    await reported('2', { state: 'undeliverable' })
    assert.equal(await stateOf(message), 'undeliverable')
  })

  test('in another base count only for the same telephone', async ({ assert }) => {
    const message = await sentAs('255')
    await reported('ff', { otherIds: ['255'], to: OTHER })
    await reported('ff', { otherIds: ['255'], to: null })
    await lookAgain()
    assert.equal(await stateOf(message), 'sent')
    await reported('ff', { otherIds: ['255'] })
    await lookAgain()
    assert.equal(await stateOf(message), 'delivered')
  })

  test('in another base go to their own telephone, though the id is another’s as well', async ({
    assert,
  }) => {
    const { message: foreign } = await received(OTHER)
    const [claimed] = await outbox.claim(1)
    await outbox.settle(claimed!, { kind: 'sent', ids: ['16'] })
    await reported('16', { otherIds: ['10'] })
    assert.equal(await stateOf(foreign), 'sent', 'ours may become known yet')
    const message = await sentAs('10')
    await reported('16', { otherIds: ['10'] })
    await lookAgain()
    assert.deepEqual([await stateOf(message), await stateOf(foreign)], ['delivered', 'sent'])
    await reported('16', { otherIds: ['22'], to: OTHER })
    assert.equal(await stateOf(foreign), 'delivered')
  })

  test('in another base count for a week', async ({ assert }) => {
    const message = await sentAs('255')
    await MessagePart.query().update({ sent_at: stamp(DateTime.utc().minus({ days: 8 })) })
    await reported('ff', { otherIds: ['255'] })
    await lookAgain()
    assert.equal(await stateOf(message), 'sent')
  })

  test('in another base are not guessed while their own message may still become known', async ({
    assert,
  }) => {
    const other = await sentAs('24')
    await reported('18', { otherIds: ['24'] })
    assert.equal(await stateOf(other), 'sent')
    const own = await sentAs('18')
    await book.match()
    assert.deepEqual([await stateOf(own), await stateOf(other)], ['delivered', 'sent'])
  })

  test('are believed by their own id, however the operator writes the telephone', async ({
    assert,
  }) => {
    const message = await sentAs('1a')
    await reported('1a', { to: '+5000123456' })
    assert.equal(await stateOf(message), 'delivered')
  })

  test('go to the newer message when an operator begins its ids anew', async ({ assert }) => {
    const old = await sentAs('1')
    await reported('1', { state: 'undeliverable' })
    await reported('1')
    const young = await sentAs('1')
    await book.match()
    assert.equal(await stateOf(young), 'delivered')
    assert.equal(await stateOf(old), 'undeliverable')
  })

  test('that are said once more never end another text to the same telephone', async ({
    assert,
  }) => {
    const first = await sentAs('1')
    await reported('1', { done: '2611281200' })
    const later = await sentAs('1')
    await reported('1', { done: '2611281200' })
    await lookAgain()
    assert.deepEqual([await stateOf(first), await stateOf(later)], ['delivered', 'sent'])
    assert.equal(await waiting(), 0, 'it belongs to the first')

    await reported('1', { done: '2611281207' })
    assert.equal(await stateOf(later), 'delivered')
    const parts = await DeliveryReceipt.query().orderBy('id')
    const [one, two] = await MessagePart.query().orderBy('id')
    assert.deepEqual(
      parts.map(({ partId }) => partId),
      [one!.id, one!.id, two!.id]
    )
  })

  test('that come twice at one moment end one text, though two have the id', async ({ assert }) => {
    const [first, later] = [await sentAs('1'), await sentAs('1')]
    const about = { done: '2611281200' }
    await Promise.all([book.keep(receiptOf('1', about)), book.keep(receiptOf('1', about))])
    await book.match()
    const states = [await stateOf(first), await stateOf(later)]
    assert.sameMembers(states, ['delivered', 'sent'])
    await reported('1', { done: '2611281201' })
    assert.deepEqual([await stateOf(first), await stateOf(later)], ['delivered', 'delivered'])
  })

  test('of an id that an operator uses again weeks later speak of the later text', async ({
    assert,
  }) => {
    await sentAs('1')
    await reported('1')
    await aged({ hours: 8 * 24 })
    await DeliveryReceipt.query().update({ next_at: null })
    const later = await sentAs('1')
    await reported('1')
    assert.equal(await stateOf(later), 'delivered')
  })

  test('of another gateway are nobody’s business', async ({ assert }) => {
    const message = await sentAs('1a')
    await reported('1a', { gateway: 'other' })
    assert.equal(await stateOf(message), 'sent')
  })

  test('that nobody knows are looked at ever more seldom, and given up', async ({ assert }) => {
    await reported('dead')
    const wait = async (ago: { hours: number }) => {
      await aged(ago)
      await book.match()
      const { nextAt } = await DeliveryReceipt.firstOrFail()
      return nextAt && Math.round(nextAt.diffNow('seconds').seconds / 10) * 10
    }
    assert.equal(await wait({ hours: 0.5 }), 60)
    assert.equal(await wait({ hours: 24 }), 3600)
    assert.isNull(await wait({ hours: 73 }))
    const { matchedAt, raw } = await DeliveryReceipt.firstOrFail()
    assert.isNull(matchedAt)
    assert.include(raw, 'id:dead')
  })

  test('keep the telephone as an index only', async ({ assert }) => {
    await reported('1a')
    const row = JSON.stringify((await DeliveryReceipt.firstOrFail()).serialize())
    assert.notInclude(row, '5000123456')
  })
})
