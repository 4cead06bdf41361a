import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { test } from '@japa/runner'
import { isConflict } from '#shared/database/transaction'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { impatient } from '#tests/support/databases/impatient'
import { eventually, PHONE } from '#tests/support/notification/dispatching'
import { queue } from '#tests/support/notification/scenario'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { MessagePart } from '../../../../app/notification/models/message_part.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { ReceiptBook } from '../../../../app/notification/receipts/receipt_book.ts'

const outbox = new Outbox(new Route('sms', 'log'))
const book = new ReceiptBook('log')

/** So many messages, claimed and sent; each known to the operator by its own id, written as text. */
async function sent(count: number) {
  await queue(count)
  const messages = await outbox.claim(count)
  await Promise.all(
    messages.map((message) => outbox.settle(message, { kind: 'sent', ids: [`${message.id}`] }))
  )
  return messages
}

function receiptFor({ id }: Message) {
  const said = { id: `${id}`, otherIds: [], state: 'delivered' as const, error: null, raw: 'x' }
  return { ...said, gateway: 'log', to: PHONE }
}

const stateOf = async ({ id }: Message) => (await Message.findOrFail(id)).state

/** Somebody else's transaction, open until the test ends it. */
function writer(): Promise<TransactionClientContract> {
  return db.transaction()
}

/** Whatever the test came to: who waited for it waits no longer. */
async function ended(trx: TransactionClientContract) {
  if (!trx.isCompleted) await trx.rollback()
}

/** How often a statement on these connections was refused for a lock, or chosen as a deadlock's victim. */
function conflicts() {
  let count = 0
  const client = db.connection().getReadClient()
  const hear = (error: unknown) => void (count += isConflict(error) ? 1 : 0)
  client.on('query-error', hear)
  return {
    get count() {
      return count
    },
    end: () => void client.off('query-error', hear),
  }
}

test.group('Two who write on messages at once, on MariaDB', (group) => {
  if (process.env.DB_CONNECTION !== 'mysql') return
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('a receipt is understood while the outcome of another message is written', async ({
    assert,
    cleanup,
  }) => {
    const elsewhere = impatient({ cleanup })
    const [known, other] = await sent(2)
    await book.keep(receiptFor(known!))
    const trx = await writer()
    cleanup(() => ended(trx))
    await trx.from('messages').where('id', other!.id).update({ attempts: 9 })
    await elsewhere(() => book.match())
    // What the outcome writes next: it must not wait for the other one either.
    await trx.rawQuery('set session innodb_lock_wait_timeout = 1')
    const part = { gateway: 'log', state: 'sent', sent_at: '2026-11-02 09:00:00', remote_id: 'b' }
    await trx.table('message_parts').insert({ ...part, message_id: other!.id })
    await trx.rawQuery('set session innodb_lock_wait_timeout = default')
    await trx.commit()
    assert.equal(await stateOf(known!), 'delivered')
  })

  test('an outcome is written while receipts are understood', async ({ assert, cleanup }) => {
    const elsewhere = impatient({ cleanup })
    const [known] = await sent(1)
    await book.keep(receiptFor(known!))
    await queue(3)
    const claimed = await outbox.claim(3)
    const undo = await db.beginGlobalTransaction()
    cleanup(() => ended(undo))
    await book.match()
    assert.equal(await stateOf(known!), 'delivered')
    await elsewhere(() =>
      Promise.all(
        claimed.map((one) => outbox.settle(one, { kind: 'sent', ids: [`later ${one.id}`] }))
      )
    )
    await undo.rollback()
    for (const one of claimed) assert.equal(await stateOf(one), 'sent')
  })

  test('whoever waits for a message has none of its parts', async ({ assert, cleanup }) => {
    const elsewhere = impatient({ cleanup })
    const [message] = await sent(1)
    await book.keep(receiptFor(message!))
    const trx = await writer()
    cleanup(() => ended(trx))
    await trx.from('messages').where('id', message!.id).update({ attempts: 9 })
    const sql: string[] = []
    const client = db.connection().getReadClient()
    const hear = (query: { sql: string }) => sql.push(query.sql)
    client.on('query', hear)
    const understood = book.match()
    const waits = /^(update `messages`|select `id` from `messages` .* for update)/
    await eventually(() => sql.some((one) => waits.test(one)))
    client.off('query', hear)
    await elsewhere(() =>
      MessagePart.query().where('message_id', message!.id).update({ state: 'sent' })
    )
    await trx.commit()
    await understood
    assert.equal(await stateOf(message!), 'delivered')
  })

  test('what became of a text is written, however often somebody is in the way', async ({
    assert,
    cleanup,
  }) => {
    const elsewhere = impatient({ cleanup })
    await queue(1)
    const [message] = await outbox.claim(1)
    const trx = await writer()
    cleanup(() => ended(trx))
    await trx.from('messages').where('id', message!.id).update({ attempts: 0 })
    await elsewhere(async () => {
      const refused = conflicts()
      const written = outbox.settle(message!, { kind: 'sent', ids: ['a'] })
      await eventually(() => refused.count >= 5)
      await trx.commit()
      await written
      refused.end()
    })
    assert.equal(await stateOf(message!), 'sent')
    assert.lengthOf(await MessagePart.query().where('message_id', message!.id), 1)
  }).timeout(30_000)

  test('many writers lose nothing, send nothing twice, and are in nobody’s way', async ({
    assert,
  }) => {
    const refused = conflicts()
    await queue(300)
    const sentTo: number[] = []
    const underWay = new Map<number, Promise<void>>()
    const carry = async (message: Message) => {
      sentTo.push(message.id)
      await outbox.settle(message, { kind: 'sent', ids: [`${message.id}`] })
      await book.keep(receiptFor(message))
      underWay.delete(message.id)
    }
    const isOver = async () => (await Message.query().whereNot('state', 'delivered')).length === 0
    let over = false
    const until = async (work: () => Promise<unknown>) => {
      while (!over) await work()
    }
    let submissions = 20
    await Promise.all([
      until(async () => {
        const except = [...underWay.keys()]
        const claimed = await outbox.claim(10, { except })
        for (const one of claimed) underWay.set(one.id, carry(one))
        await Promise.race([...underWay.values(), pause(5)])
      }),
      until(() => book.match()),
      until(async () => {
        await outbox.endOverdue([...underWay.keys()])
        await outbox.recover([...underWay.keys()])
      }),
      until(async () => {
        if (submissions-- > 0) await queue(3)
        else over = await isOver()
      }),
    ])
    await Promise.all(underWay.values())
    refused.end()
    assert.lengthOf(sentTo, 360)
    assert.equal(new Set(sentTo).size, 360)
    assert.equal(refused.count, 0)
  }).timeout(60_000)
})
