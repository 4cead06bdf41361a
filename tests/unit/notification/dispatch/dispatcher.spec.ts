import db from '@adonisjs/lucid/services/db'
import { test, timeTravel } from '@japa/runner'
import { DateTime } from 'luxon'
import { transaction } from '#shared/database/transaction'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import type { Faults } from '../../../../sms_centre/faults/faults.ts'
import { LogGateway } from '#sms'
import { stamp } from '#shared/dates/stored'
import { GatewayLease } from '../../../../app/notification/models/gateway_lease.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { SendingLimits } from '../../../../app/notification/limits/sending_limits.ts'
import { openCentre } from '#tests/support/sms/sender'
import {
  becomes,
  dueNow,
  eventually,
  gatewayTo,
  dispatcherThrough,
  openDispatcher,
  PHONE,
  received,
} from '#tests/support/notification/dispatching'

test.group('From the outbox to the telephone', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('a petition’s number and code arrive, and the receipt says so', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    openDispatcher(gatewayTo(centre), context)
    const { petition, secret, message } = await received()
    const delivered = await becomes('delivered', message)

    const [shown] = centre.messages(PHONE.slice(1))
    assert.include(shown!.text, petition.shownNumber)
    assert.include(shown!.text, secret.text)
    assert.equal(shown!.parts.of, 1)
    assert.isNull(delivered.sealed)
    assert.isNull(delivered.nextAt)
    assert.isNull(delivered.claimedBy)
    assert.isNull(delivered.missedAt)
    assert.equal(delivered.attempts, 1)
    assert.equal(delivered.gateway, 'smpp')
  })

  test('many arrive, each once', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    for (let n = 0; n < 40; n++) await received()
    openDispatcher(gatewayTo(centre), context)
    await eventually(async () => (await Message.query().where('state', 'delivered')).length === 40)
    assert.lengthOf(centre.messages(), 40)
    assert.lengthOf(new Set(centre.messages().map(({ text }) => text)), 40)
  })

  test('the gateway of development pretends, and the message ends as delivered', async (context) => {
    openDispatcher(new LogGateway(), context)
    const { message } = await received()
    await becomes('delivered', message)
  })

  test('a receipt that comes before the answer is not lost', async (context) => {
    const centre = await openCentre(context, { faults: { receipts: { early: true } } })
    openDispatcher(gatewayTo(centre), context)
    const { message } = await received()
    await becomes('delivered', message)
  })

  test('a receipt that is said twice changes nothing', async (context) => {
    const { assert } = context
    const centre = await openCentre(context, { faults: { receipts: { twice: true } } })
    openDispatcher(gatewayTo(centre), context)
    const { message } = await received()
    const { finalAt } = await becomes('delivered', message)
    await eventually(async () => (await db.from('delivery_receipts')).length === 2)
    assert.deepEqual((await Message.findOrFail(message.id)).finalAt, finalAt)
  })

  test('what the telephone never took is told to the bureau', async (context) => {
    const { assert } = context
    const centre = await openCentre(context, { faults: { undelivered: { every: 1 } } })
    openDispatcher(gatewayTo(centre), context)
    const { message } = await received()
    const missed = await becomes('undeliverable', message)
    assert.isNotNull(missed.missedAt)
  })

  test('what the operator refuses for good is not tried again', async (context) => {
    const { assert } = context
    const faults = { refuse: { status: 0x0b, which: { every: 1 } } }
    const centre = await openCentre(context, { faults })
    openDispatcher(gatewayTo(centre), context)
    const { message } = await received()
    const rejected = await becomes('rejected', message)
    assert.equal(rejected.fault, 'ESME_RINVDSTADR')
    assert.equal(rejected.attempts, 1)
    assert.isNull(rejected.sealed)
    assert.isNotNull(rejected.missedAt)
  })

  test('a pause that the operator asks for costs no try', async (context) => {
    const { assert } = context
    const centre = await openCentre(context, { faults: { throttle: { first: 3 } } })
    openDispatcher(gatewayTo(centre), context)
    const { message } = await received()
    const delivered = await becomes('delivered', message)
    assert.equal(delivered.attempts, 1)
  })

  test('is sent again when the link breaks before the answer is read', async (context) => {
    const { assert } = context
    const faults = { drop: { when: 'halfway', which: { at: [1] } } } satisfies Faults
    const centre = await openCentre(context, { faults })
    openDispatcher(gatewayTo(centre), context)
    const { message } = await received()
    const waiting = await becomes('waiting', message)
    assert.equal(waiting.attempts, 1)
    assert.isNotNull(waiting.sealed)

    await dueNow(message)
    const delivered = await becomes('delivered', message)
    assert.equal(delivered.attempts, 2)
    const texts = centre.messages().map(({ text }) => text)
    assert.lengthOf(texts, 2)
    assert.equal(texts[0], texts[1])
  })

  test('of two workers only one has the link', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    const gateways = [gatewayTo(centre), gatewayTo(centre)]
    for (const gateway of gateways) openDispatcher(gateway, context)
    const { message } = await received()
    await becomes('delivered', message)
    assert.lengthOf(
      gateways.filter(({ state }) => state.link === 'bound'),
      1
    )
    assert.lengthOf(centre.messages(), 1)
  })

  test('the second worker goes on at once when the first one stops', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    const first = dispatcherThrough(gatewayTo(centre))
    first.start()
    await becomes('delivered', (await received()).message)
    openDispatcher(gatewayTo(centre), context)
    await first.stop()
    await becomes('delivered', (await received()).message)
    assert.lengthOf(centre.messages(), 2)
  })

  test('whoever cannot renew the lease closes the link before another may open one', async (context) => {
    const { assert, cleanup } = context
    const centre = await openCentre(context)
    const gateway = gatewayTo(centre)
    openDispatcher(gateway, context)
    await becomes('delivered', (await received()).message)

    const take = GatewayLease.take
    GatewayLease.take = async () => {
      throw new Error('the database is away')
    }
    cleanup(() => {
      GatewayLease.take = take
    })
    timeTravel('16 seconds')
    await eventually(() => gateway.state.link === 'closed')
    assert.equal(gateway.free, 0)
  })

  test('whoever gets the lease back takes up at once what was left half-sent', async (context) => {
    const { assert, cleanup } = context
    const centre = await openCentre(context)
    const gateway = gatewayTo(centre)
    openDispatcher(gateway, context)
    await becomes('delivered', (await received()).message)
    const { message } = await received()
    await becomes('delivered', message)

    // As if the database had been away for so long that the answer could not be written any more.
    const take = GatewayLease.take
    GatewayLease.take = async () => {
      throw new Error('the database is away')
    }
    cleanup(() => {
      GatewayLease.take = take
    })
    timeTravel('16 seconds')
    await eventually(() => gateway.state.link === 'closed')
    const inTwoMinutes = stamp(DateTime.utc().plus({ minutes: 2 }))
    await Message.query()
      .where('id', message.id)
      .update({
        ...{ state: 'sending', event: 'routed', claimed_by: 'lost' },
        ...{ next_at: inTwoMinutes, final_at: null },
      })
    GatewayLease.take = take
    await becomes('delivered', message)
    assert.lengthOf(centre.messages(), 3)
  })

  test('opens again after a drain that the lease came back into', async (context) => {
    const { assert, cleanup } = context
    const centre = await openCentre(context, { faults: { delay: 60 } })
    const gateway = gatewayTo(centre, { times: { drain: 3_000 } })
    const outbox = new Outbox(new Route('sms', 'smpp'))
    openDispatcher(gateway, context, { outbox })
    const [take, settle] = [GatewayLease.take, outbox.settle]
    cleanup(() => {
      GatewayLease.take = take
    })
    outbox.settle = async () => {
      throw new Error('the database is away')
    }
    const { message } = await received()
    await eventually(() => centre.messages().length === 1)
    GatewayLease.take = async () => {
      throw new Error('the database is away')
    }
    timeTravel('16 seconds')
    await eventually(() => gateway.state.link === 'draining')
    GatewayLease.take = take
    outbox.settle = settle
    await becomes('delivered', message)
    const { message: next } = await received()
    await becomes('delivered', next)
    assert.lengthOf(centre.messages(), 2)
  })

  test('stopping waits until what is under way is written down', async (context) => {
    const { assert } = context
    const centre = await openCentre(context, { faults: { delay: 100 } })
    const dispatcher = dispatcherThrough(gatewayTo(centre))
    dispatcher.start()
    const { message } = await received()
    await becomes('sending', message)
    await dispatcher.stop()
    assert.include(['sent', 'delivered'], (await Message.findOrFail(message.id)).state)
    const { message: next } = await received()
    assert.equal((await Message.findOrFail(next.id)).state, 'queued')
    assert.lengthOf(await db.from('gateway_leases'), 0)
  })

  test('a message that cannot be read any more does not come back for ever', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    const { message } = await received()
    await db.from('messages').update({ recipient: 'written under another key' })
    openDispatcher(gatewayTo(centre), context)
    await eventually(async () => {
      const { state, fault } = await db.from('messages').where('id', message.id).firstOrFail()
      return state === 'rejected' && fault === 'not_sendable'
    })
    assert.lengthOf(centre.messages(), 0)
  })

  test('a training number does not leave the house, and the page says why', async (context) => {
    const { assert } = context
    const elsewhere = gatewayTo({ port: 1 }, { host: '192.0.2.1' })
    Object.defineProperty(elsewhere, 'free', { value: 1 })
    openDispatcher(elsewhere, context)
    const { message } = await received()
    const kept = await becomes('suppressed', message)
    assert.equal(kept.words, 'training')
    assert.isNull(kept.missedAt)
  })

  test('quiet hours hold back what is no receipt, and cost no try', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    const limits = new SendingLimits({ quietHours: '00:00-23:59' })
    openDispatcher(gatewayTo(centre), context, { limits })
    const { petition, message } = await received()
    await becomes('delivered', message)
    await transaction((trx) => petition.conclude('informed', 'Yol onarıldı.', {}, trx))
    const concluded = await Message.query().where('event', 'concluded').firstOrFail()
    const held = await becomes('waiting', concluded)
    assert.equal(held.fault, 'quiet_hours')
    assert.equal(held.attempts, 0)
    assert.lengthOf(centre.messages(), 1)
  })

  test('a wrong setting keeps the queue and waits for a person', async (context) => {
    const { assert } = context
    const faults = { refuse: { status: 0x0a, which: { every: 1 } } } satisfies Faults
    const centre = await openCentre(context, { faults })
    const gateway = gatewayTo(centre)
    openDispatcher(gateway, context)
    const { message } = await received()
    const waiting = await becomes('waiting', message)
    assert.equal(waiting.attempts, 0)
    await eventually(() => gateway.state.link === 'closed')
    assert.deepEqual(gateway.state.alarm, { kind: 'setting', status: 'ESME_RINVSRCADR' })
  })

  test('an outbox in trouble goes on when the trouble is over', async (context) => {
    const centre = await openCentre(context)
    const outbox = new Outbox(new Route('sms', 'smpp'))
    const claim = outbox.claim
    outbox.claim = async () => {
      outbox.claim = claim
      throw new Error('the database is away')
    }
    openDispatcher(gatewayTo(centre), context, { outbox })
    await becomes('delivered', (await received()).message)
  })

  test('what was claimed when the database’s answer was lost is taken up at once', async (context) => {
    const centre = await openCentre(context)
    const outbox = new Outbox(new Route('sms', 'smpp'))
    const claim = outbox.claim
    outbox.claim = async (...given) => {
      const claimed = await claim.apply(outbox, given)
      if (claimed.length === 0) return claimed
      outbox.claim = claim
      throw new Error('the connection is lost')
    }
    openDispatcher(gatewayTo(centre), context, { outbox })
    await becomes('delivered', (await received()).message)
  })

  test('a result that cannot be written at once is written later, and nothing sent twice', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    const outbox = new Outbox(new Route('sms', 'smpp'))
    const settle = outbox.settle
    outbox.settle = async () => {
      outbox.settle = settle
      throw new Error('the database is away')
    }
    openDispatcher(gatewayTo(centre), context, { outbox })
    await becomes('delivered', (await received()).message)
    assert.lengthOf(centre.messages(), 1)
  })
})
