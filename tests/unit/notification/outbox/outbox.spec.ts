import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { emptied, wrapped } from '#tests/support/database'
import { stamp } from '#shared/dates/stored'
import type { Outcome } from '#sms'
import { district } from '#tests/support/databases/district'
import { Message } from '../../../../app/notification/models/message.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { FINAL, MISSED } from '../../../../app/notification/message_states.ts'
import { priorityOf, type MessageEvent } from '../../../../app/notification/message_events.ts'
import { queue } from '#tests/support/notification/scenario'
import { received } from '#tests/support/notification/dispatching'

const outbox = () => new Outbox(new Route('sms', 'smpp'))
const SENT: Outcome = { kind: 'sent', ids: ['1a'] }
const hold = (until: DateTime) => ({ until, reason: 'quiet_hours' as const })

function waitsSince({ id }: Message, ago: { hours: number }) {
  const next = stamp(DateTime.utc().minus(ago))
  return Message.query().where('id', id).update({ next_at: next })
}

/** As if it told of that. */
function as({ id }: Message, event: MessageEvent) {
  return Message.query()
    .where('id', id)
    .update({ event, priority: priorityOf(event) })
}

test.group('The outbox', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    await district()
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

  test('gives a code first, then numbers, then news, whatever waits since when', async ({
    assert,
  }) => {
    const [news, number, code] = [await received(), await received(), await received()]
    await waitsSince(news.message, { hours: 5 })
    await waitsSince(number.message, { hours: 1 })
    await as(news.message, 'concluded')
    await as(code.message, 'code')
    const first = async () => (await outbox().claim(1))[0]!.id
    const order = [await first(), await first(), await first()]
    assert.deepEqual(
      order,
      [code, number, news].map(({ message }) => message.id)
    )
  })

  test('puts what waited for the morning behind what somebody waits for now', async ({
    assert,
  }) => {
    const [held, young] = [await received(), await received()]
    const [claimed] = await outbox().claim(1)
    await outbox().postpone(claimed!, hold(DateTime.utc().minus({ hours: 1 })))
    const ids = (await outbox().claim(2)).map(({ id }) => id)
    assert.deepEqual(ids, [young.message.id, held.message.id])
  })

  test('makes a task of what went out three times without an answer', async ({ assert }) => {
    const { message } = await received()
    for (const left of [2, 1, 0]) {
      const [claimed] = await outbox().claim(1)
      await outbox().settle(claimed!, { kind: 'ambiguous', status: 'no_answer_in_time' })
      const { state } = await Message.findOrFail(message.id)
      assert.equal(state, left > 0 ? 'waiting' : 'failed')
      await Message.query()
        .where('state', 'waiting')
        .update({ next_at: stamp(DateTime.utc()) })
    }
    const ended = await Message.findOrFail(message.id)
    assert.isNotNull(ended.missedAt)
    assert.deepEqual(ended.facts.failureReason, { key: 'noAnswer', code: null })
    assert.lengthOf(await outbox().claim(1), 0)
  })

  test('counts what a dead process may have sent as sent', async ({ assert }) => {
    const { message } = await received()
    for (let deaths = 0; deaths < 5; deaths++) {
      const successor = outbox()
      await successor.recover()
      await successor.endOverdue()
      const claimed = await successor.claim(1)
      assert.lengthOf(claimed, deaths < 3 ? 1 : 0, `after ${deaths} deaths`)
    }
    const { state, fault, missedAt } = await Message.findOrFail(message.id)
    assert.deepEqual([state, fault], ['failed', 'no_answer_again'])
    assert.isNotNull(missedAt)
  })

  test('claims no row whose claim has lapsed while this process still has it', async ({
    assert,
  }) => {
    const { message } = await received()
    const own = new Outbox(new Route('sms', 'smpp'), { milliseconds: 0 })
    await own.claim(10)
    assert.lengthOf(await own.claim(10, { except: [message.id] }), 0)
    assert.lengthOf(await own.claim(10), 1)
  })

  test('takes over what a dead process had claimed', async ({ assert }) => {
    await received()
    const dead = new Outbox(new Route('sms', 'smpp'), { milliseconds: 0 })
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
    await new Outbox(new Route('sms', 'smpp')).claim(10)
    const { message: elsewhere } = await received()
    const among = ['smpp', 'yedek']
    await Message.query().where('id', elsewhere.id).update({ position: 1 })
    await new Outbox(new Route('sms', 'yedek', { among })).claim(10)

    const successor = new Outbox(new Route('sms', 'smpp', { among }))
    assert.lengthOf(await successor.claim(10), 0)
    await successor.recover([own.message.id])
    const [again, ...more] = await successor.claim(10, { except: [own.message.id] })
    assert.equal(again!.id, lost.message.id)
    assert.lengthOf(more, 0)
    assert.equal((await Message.findOrFail(elsewhere.id)).gateway, 'yedek')
  })

  test('takes up no more than a piece once the lease is another’s', async ({ assert }) => {
    await queue(120)
    await Message.query().update({ position: 3 })
    let asked = 0
    assert.isFalse(await outbox().recover([], async () => ++asked === 1))
    assert.lengthOf(await Message.query().where('position', 0), 100)
    assert.isTrue(await outbox().recover())
    assert.lengthOf(await Message.query().where('position', 0), 120)
  })

  test('takes nothing from who claimed it since it was looked for', async ({ assert }) => {
    const { message } = await received()
    await outbox().claim(10)
    const far = stamp(DateTime.utc().plus({ hours: 1 }))
    let asked = 0
    await outbox().recover([], async () => {
      if (++asked > 1) return false
      await Message.query().update({ claimed_by: 'somebody-else', next_at: far })
      return true
    })
    assert.equal(asked, 2)
    assert.equal(stamp((await Message.findOrFail(message.id)).nextAt!), far)
  })

  test('writes once what was committed although the answer was lost', async ({
    assert,
    cleanup,
  }) => {
    const { message } = await received()
    const [claimed] = await outbox().claim(1)
    let tries = 0
    const transaction = db.transaction
    const whole = transaction.bind(db) as (work: unknown) => Promise<unknown>
    const losing = async (work: unknown) => {
      const result = await whole(work)
      if (++tries === 1) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
      return result
    }
    db.transaction = losing as typeof transaction
    cleanup(() => void (db.transaction = transaction))
    await outbox().settle(claimed!, SENT)
    assert.equal(tries, 2)
    assert.lengthOf(await db.from('message_parts').where('message_id', message.id), 1)
    assert.equal((await Message.findOrFail(message.id)).state, 'sent')
  })

  test('ties what was half-sent to its gateway, also when it is put off afterwards', async ({
    assert,
  }) => {
    const { message } = await received()
    await outbox().claim(10)
    const successor = outbox()
    await successor.recover()
    const [again] = await successor.claim(10)
    await successor.postpone(again!, hold(DateTime.utc().plus({ hours: 8 })))
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
    const left = { position: 3, bound_to: 'gone', gateway: 'gone' }
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
    await Message.query().where('id', message.id).update({ position: 0, bound_to: 'turk' })
    const among = ['yedek', 'turk']
    const first = new Outbox(new Route('sms', 'yedek', { among }))
    const second = new Outbox(new Route('sms', 'turk', { among }))
    for (const box of [first, second]) await box.recover()
    assert.lengthOf(await first.claim(10), 0)
    assert.equal((await second.claim(10))[0]!.id, message.id)
  })

  test('does not end what is under way here', async ({ assert }) => {
    const { message } = await received()
    await outbox().claim(10)
    const past = stamp(DateTime.utc().minus({ seconds: 1 }))
    await Message.query().update({ next_at: past, expires_at: past })
    await outbox().endOverdue([message.id])
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
      await outbox().postpone(claimed!, hold(DateTime.utc()))
      await outbox().endOverdue()
      assert.lengthOf(await outbox().claim(10), 0)
      assert.equal((await Message.findOrFail(message.id)).state, state)
      await Message.query().where('id', message.id).update({ next_at: null })
    }
  })

  test('ends what nobody had time to send, and what was tried in vain', async ({ assert }) => {
    const [never, tried] = [await received(), await received()]
    await Message.query().update({ expires_at: stamp(DateTime.utc().minus({ seconds: 1 })) })
    await Message.query().where('id', tried.message.id).update({ attempts: 3, state: 'waiting' })
    await outbox().endOverdue()
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
    await outbox().endOverdue()
    assert.equal((await Message.findOrFail(message.id)).state, 'sent')

    await Message.query().update({ next_at: stamp(DateTime.utc()) })
    await outbox().endOverdue()
    const ended = await Message.findOrFail(message.id)
    assert.equal(ended.state, 'unknown')
    assert.isNull(ended.missedAt)
    assert.notInclude(MISSED, 'unknown')
  })

  test('gives a message that is held back to a later hour', async ({ assert }) => {
    const { message } = await received()
    const [claimed] = await outbox().claim(1)
    const morning = DateTime.utc().plus({ hours: 8 })
    await outbox().postpone(claimed!, hold(morning))
    const held = await Message.findOrFail(message.id)
    assert.containsSubset(held.serialize(), { state: 'waiting', attempts: 0, fault: 'quiet_hours' })
    assert.equal(stamp(held.nextAt!), stamp(morning))
    assert.isNotNull(held.sealed)
  })
})

test.group('Several who claim at once', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
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

test.group('Behind seventeen thousand texts', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('a code and a number are the first to leave, and few rows are read for it', async ({
    assert,
  }) => {
    const { authority } = await district()
    const news = (count: number) => ({
      ...{ authorityId: authority.id, petitionId: null, stepId: null, event: 'concluded' as const },
      ...{ channel: 'sms' as const, locale: 'tr', secret: null },
      recipient: `+90500${String(count).padStart(7, '0')}`,
      placeholders: { number: '26 0000 0000', dueOn: '2027-01-15' },
    })
    for (let page = 0; page < 34; page++) {
      const some = Array.from({ length: 500 }, (_, n) => news(page * 500 + n))
      await db.transaction((trx) => Message.queue(some, trx))
    }
    await Message.query().update({ next_at: stamp(DateTime.utc().minus({ hours: 3 })) })
    const [number, code] = [await received(), await received()]
    await as(code.message, 'code')

    let read = 0
    const claim = async (most: number) => {
      const before = await rowsRead()
      const { sql, claimed } = await listened(() => outbox().claim(most))
      read = Math.max(read, (await rowsRead()) - before)
      if (!onMysql()) await assertByIndex(sql, assert)
      return claimed.map(({ id, event }) => (event === 'concluded' ? event : id))
    }
    assert.deepEqual(await claim(1), [code.message.id])
    assert.deepEqual(await claim(3), [number.message.id, 'concluded', 'concluded'])
    assert.isAtMost(read, 100)
  }).timeout(120_000)
})

const onMysql = () => db.connection().dialect.name === 'mysql'

/** SQLite counts none; there the plan alone must do. */
async function rowsRead() {
  if (!onMysql()) return 0
  const [rows] = await db.rawQuery("show global status like 'Handler_read_%'")
  return (rows as { Value: string }[]).reduce((sum, { Value }) => sum + Number(Value), 0)
}

async function listened(work: () => Promise<Message[]>) {
  const sql: { sql: string; bindings: string[] }[] = []
  const hear = (query: { sql: string; bindings?: unknown[] }) => {
    const isClaim = query.sql.includes('`priority` = ?')
    if (isClaim) sql.push({ sql: query.sql, bindings: (query.bindings ?? []) as string[] })
  }
  const client = db.connection().getReadClient()
  client.on('query', hear)
  const claimed = await work()
  client.off('query', hear)
  return { sql, claimed }
}

/** SQLite's plan: each priority is read from its own range. */
async function assertByIndex(
  queries: { sql: string; bindings: string[] }[],
  assert: { match(text: string, pattern: RegExp): void; lengthOf(some: unknown[], n: number): void }
) {
  const details: string[] = []
  for (const { sql, bindings } of queries) {
    const rows = await db.rawQuery(`explain query plan ${sql}`, bindings)
    details.push(...(rows as { detail: string }[]).map(({ detail }) => detail))
  }
  const reads = details.filter((detail) => /(SEARCH|SCAN) messages/.test(detail))
  assert.lengthOf(reads, 3)
  for (const read of reads) assert.match(read, /messages_claim_index .*priority=\?/)
}
