import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Catalogue } from '#organisation'
import { emptied, wrapped } from '#tests/support/database'
import { stamp } from '../../../app/notification/clock.ts'
import type { Outcome } from '../../../app/notification/gateways/gateway.ts'
import { Message } from '../../../app/notification/models/message.ts'
import { Outbox } from '../../../app/notification/outbox.ts'
import { Way } from '../../../app/notification/way.ts'
import { FINAL, MISSED } from '../../../app/notification/states.ts'
import { received } from './post.ts'

const outbox = () => new Outbox(new Way('sms', 'smpp'))
const SENT: Outcome = { kind: 'sent', ids: ['1a'] }

function waitsSince({ id }: Message, ago: { hours: number }) {
  const next = stamp(DateTime.utc().minus(ago))
  return Message.query().where('id', id).update({ next_at: next })
}

test.group('The outbox', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    await Catalogue.current()
  })

  test('gives what waits longest first, no more than is wanted, nothing too early', async ({
    assert,
  }) => {
    const [due, longest, early] = [await received(), await received(), await received()]
    await waitsSince(longest.message, { hours: 1 })
    await waitsSince(early.message, { hours: -1 })
    const [first, ...rest] = await outbox().claim(1)
    assert.equal(first!.id, longest.message.id)
    assert.lengthOf(rest, 0)
    assert.deepEqual(
      (await outbox().claim(10)).map(({ id }) => id),
      [due.message.id]
    )
  })

  test('claims no row whose claim has lapsed while this process still has it', async ({
    assert,
  }) => {
    const { message } = await received()
    const own = new Outbox(new Way('sms', 'smpp'), { milliseconds: 0 })
    await own.claim(10)
    assert.lengthOf(await own.claim(10, [message.id]), 0)
    assert.lengthOf(await own.claim(10), 1)
  })

  test('takes over what a dead process had claimed', async ({ assert }) => {
    await received()
    const dead = new Outbox(new Way('sms', 'smpp'), { milliseconds: 0 })
    const [lost] = await dead.claim(10)
    const [again] = await outbox().claim(10)
    assert.equal(again!.id, lost!.id)

    await dead.settle(lost!, { kind: 'permanent', status: 'too_late_to_say' })
    assert.equal((await Message.findOrFail(lost!.id)).state, 'sending')
    await outbox().settle(again!, SENT)
    assert.equal((await Message.findOrFail(lost!.id)).state, 'sent')
  })

  test('takes up at once what a dead process had in its hands, and nothing of the living', async ({
    assert,
  }) => {
    const [lost, own] = [await received(), await received()]
    await new Outbox(new Way('sms', 'smpp')).claim(10)
    const { message: elsewhere } = await received()
    const among = ['smpp', 'yedek']
    await Message.query().where('id', elsewhere.id).update({ turn: 1 })
    await new Outbox(new Way('sms', 'yedek', { among })).claim(10)

    const successor = new Outbox(new Way('sms', 'smpp', { among }))
    assert.lengthOf(await successor.claim(10), 0)
    await successor.recover([own.message.id])
    const [again, ...more] = await successor.claim(10, [own.message.id])
    assert.equal(again!.id, lost.message.id)
    assert.lengthOf(more, 0)
    assert.equal((await Message.findOrFail(elsewhere.id)).gateway, 'yedek')
  })

  test('ties what was half-sent to its gateway, also when it is put off afterwards', async ({
    assert,
  }) => {
    const { message } = await received()
    await outbox().claim(10)
    const successor = outbox()
    await successor.recover()
    const [again] = await successor.claim(10)
    await successor.postpone(again!, DateTime.utc().plus({ hours: 8 }), 'quiet_hours')
    assert.equal((await Message.findOrFail(message.id)).boundTo, 'smpp')
  })

  test('ties nothing that nobody had in hands', async ({ assert }) => {
    const { message } = await received()
    await outbox().claim(10)
    assert.isNull((await Message.findOrFail(message.id)).boundTo)
  })

  test('leaves nobody’s message behind when the settings name other gateways', async ({
    assert,
  }) => {
    const left = { turn: 3, bound_to: 'gone', gateway: 'gone' }
    const [waiting, half] = [await received(), await received()]
    await Message.query().where('id', waiting.message.id).update(left)
    const far = stamp(DateTime.utc().plus({ minutes: 2 }))
    await Message.query()
      .where('id', half.message.id)
      .update({ ...left, state: 'sending', next_at: far })
    await outbox().recover()
    const ids = (await outbox().claim(10)).map(({ id }) => id)
    assert.sameMembers(ids, [waiting.message.id, half.message.id])
  })

  test('goes along when the settings change the order', async ({ assert }) => {
    const { message } = await received()
    await Message.query().where('id', message.id).update({ turn: 0, bound_to: 'turk' })
    const among = ['yedek', 'turk']
    const first = new Outbox(new Way('sms', 'yedek', { among }))
    const second = new Outbox(new Way('sms', 'turk', { among }))
    for (const box of [first, second]) await box.recover()
    assert.lengthOf(await first.claim(10), 0)
    assert.equal((await second.claim(10))[0]!.id, message.id)
  })

  test('does not end what is under way here', async ({ assert }) => {
    const { message } = await received()
    await outbox().claim(10)
    const past = stamp(DateTime.utc().minus({ seconds: 1 }))
    await Message.query().update({ next_at: past, expires_at: past })
    await outbox().sweep([message.id])
    assert.equal((await Message.findOrFail(message.id)).state, 'sending')
  })

  test('forgets the code as soon as it is sent', async ({ assert }) => {
    await received()
    const [message] = await outbox().claim(1)
    assert.isNotNull(message!.sealed)
    await outbox().settle(message!, SENT)
    assert.isNull((await Message.findOrFail(message!.id)).sealed)
  })

  test('never changes what is final', async ({ assert }) => {
    for (const state of FINAL) {
      const { message } = await received()
      const [claimed] = await outbox().claim(1)
      await Message.query()
        .where('id', message.id)
        .update({ state, next_at: stamp(DateTime.utc()) })
      await outbox().settle(claimed!, SENT)
      await outbox().settle(claimed!, { kind: 'temporary', status: 'x' })
      await outbox().postpone(claimed!, DateTime.utc(), 'x')
      await outbox().sweep()
      assert.lengthOf(await outbox().claim(10), 0)
      assert.equal((await Message.findOrFail(message.id)).state, state)
      await Message.query().where('id', message.id).update({ next_at: null })
    }
  })

  test('ends what nobody had time to send, and what was tried in vain', async ({ assert }) => {
    const [never, tried] = [await received(), await received()]
    await Message.query().update({ expires_at: stamp(DateTime.utc().minus({ seconds: 1 })) })
    await Message.query().where('id', tried.message.id).update({ attempts: 3, state: 'waiting' })
    await outbox().sweep()
    const [a, b] = await Message.query().orderBy('id')
    assert.equal(a!.id, never.message.id)
    assert.deepEqual([a!.state, b!.state], ['expired', 'failed'])
    for (const { missedAt, sealed, nextAt } of [a!, b!]) {
      assert.isNotNull(missedAt)
      assert.isNull(sealed)
      assert.isNull(nextAt)
    }
  })

  test('waits three days for a receipt, and calls nobody for want of one', async ({ assert }) => {
    const { message } = await received()
    const [claimed] = await outbox().claim(1)
    await outbox().settle(claimed!, SENT)
    const { nextAt, sentAt } = await Message.findOrFail(message.id)
    assert.equal(nextAt!.diff(sentAt!).as('hours'), 72)
    await outbox().sweep()
    assert.equal((await Message.findOrFail(message.id)).state, 'sent')

    await Message.query().update({ next_at: stamp(DateTime.utc()) })
    await outbox().sweep()
    const ended = await Message.findOrFail(message.id)
    assert.equal(ended.state, 'unknown')
    assert.isNull(ended.missedAt)
    assert.notInclude(MISSED, 'unknown')
  })

  test('gives a message that is held back to a later hour', async ({ assert }) => {
    const { message } = await received()
    const [claimed] = await outbox().claim(1)
    const morning = DateTime.utc().plus({ hours: 8 })
    await outbox().postpone(claimed!, morning, 'quiet_hours')
    const held = await Message.findOrFail(message.id)
    assert.containsSubset(held.serialize(), { state: 'waiting', attempts: 0, fault: 'quiet_hours' })
    assert.equal(stamp(held.nextAt!), stamp(morning))
    assert.isNotNull(held.sealed)
  })
})

test.group('Several who claim at once', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await Catalogue.current()
  })

  test('share the messages, and none gets what another has', async ({ assert }) => {
    for (let n = 0; n < 24; n++) await received()
    const claimants = Array.from({ length: 6 }, outbox)
    const rounds = await Promise.all(
      claimants.map(async (box) => [...(await box.claim(8)), ...(await box.claim(8))])
    )
    const ids = rounds.flat().map(({ id }) => id)
    assert.lengthOf(ids, new Set(ids).size)
    const rest = await db.from('messages').where('state', 'queued')
    assert.equal(ids.length + rest.length, 24)
    assert.isAbove(ids.length, 0)
  })

  test('write many results down in one commit', async ({ assert }) => {
    for (let n = 0; n < 12; n++) await received()
    const box = outbox()
    const claimed = await box.claim(12)
    const settled = claimed.map((message, n) =>
      box.settle(message, { kind: 'sent', ids: [`${n}`] })
    )
    await Promise.all(settled)
    assert.lengthOf(await Message.query().where('state', 'sent'), 12)
    assert.lengthOf(await db.from('message_parts'), 12)
  })
})
