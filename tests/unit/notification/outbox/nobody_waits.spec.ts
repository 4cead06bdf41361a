import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { emptied } from '#tests/support/database'
import { handedIn, impatient } from '#tests/support/databases/impatient'
import { PHONE, received } from '#tests/support/notification/dispatching'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { withoutSuppressed } from '../../../../app/notification/dispatch/suppression.ts'
import { DailySending } from '../../../../app/notification/models/daily_sending.ts'
import { GatewayLease } from '../../../../app/notification/models/gateway_lease.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { ReceiptBook } from '../../../../app/notification/receipts/receipt_book.ts'

const outbox = new Outbox(new Route('sms', 'log'))
const book = new ReceiptBook('log')
const until = () => DateTime.utc().plus({ hours: 1 })
const past = () => stamp(DateTime.utc().minus({ days: 1 }))

function receiptFor(id: string) {
  const said = { otherIds: [], state: 'delivered' as const, error: null, raw: 'x', to: PHONE }
  return { ...said, id, gateway: 'log' }
}

/**
 * Something for every job to do, next to where the next petition's rows will stand: one text is under
 * way, one was taken and has its receipt, one is overdue, one was left by a gateway that is no more.
 */
async function muchToDo() {
  for (let nth = 0; nth < 3; nth++) await received()
  const [underWay, taken, left] = await outbox.claim(3)
  await outbox.settle(taken!, { kind: 'sent', ids: ['a'] })
  await book.keep(receiptFor('a'))
  await Message.query().where('id', left!.id).update({ gateway: 'gone', position: 3 })
  const { message: late } = await received()
  await Message.query().where('id', late.id).update({ expires_at: past() })
  await received()
  return underWay!
}

const JOBS: Record<string, (underWay: Message) => Promise<unknown>> = {
  'claims what is due': () => outbox.claim(10),
  'looks whom it may not tell': (message) => withoutSuppressed([message]),
  'writes that a text was taken': (message) => outbox.settle(message, { kind: 'sent', ids: ['b'] }),
  'writes that a text was not taken': (message) =>
    outbox.settle(message, { kind: 'temporary', status: 'busy' }),
  'puts a text off': (message) =>
    outbox.postpone(message, { until: until(), reason: 'quiet_hours' }),
  'takes up what a dead process left': () => outbox.recover(),
  'ends what is overdue': () => outbox.endOverdue(),
  'keeps a receipt': () => book.keep(receiptFor('b')),
  'understands receipts': () => book.match(),
  'takes a gateway': () => GatewayLease.take('log', 'me', until()),
  'counts what strangers cause': () => DailySending.reserve('sms', 1, 100),
}

test.group('Nobody who hands in a petition waits while the worker, on MariaDB,', (group) => {
  if (process.env.DB_CONNECTION !== 'mysql') return
  emptied(group)

  for (const [job, work] of Object.entries(JOBS)) {
    test(job, async ({ assert, cleanup }) => {
      const elsewhere = impatient({ cleanup })
      const underWay = await muchToDo()
      const trx = await db.beginGlobalTransaction()
      cleanup(() => trx.rollback())
      await work(underWay)
      assert.exists((await elsewhere(handedIn)).id)
    })
  }
})
