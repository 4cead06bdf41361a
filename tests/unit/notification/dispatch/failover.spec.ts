import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { DateTime } from 'luxon'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'
import type { Faults } from '../../../../sms_centre/faults/faults.ts'
import { stamp } from '#shared/dates/stored'
import type { SmppGateway } from '#sms'
import { GatewayPause } from '../../../../app/notification/models/gateway_pause.ts'
import { GatewayReport } from '../../../../app/notification/models/gateway_report.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { Failover } from '../../../../app/notification/dispatch/failover.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import {
  becomes,
  dueNow,
  eventually,
  gatewayTo,
  openDispatcher,
  received,
} from '#tests/support/notification/dispatching'
import { openCentre } from '#tests/support/sms/sender'

const NAMES = ['turk', 'yedek']

/** Soon asks whether the other side is there, which is what ends an outage while nothing is sent. */
const TIMES = { silence: 100, alive: 5_000 }

/** Two operators in order, each with a dispatcher of its own. */
async function openBoth(context: TestContext, faults: Faults = {}) {
  const [first, second] = [await openCentre(context, { faults }), await openCentre(context)]
  const gateways = [first, second].map((centre, position) => {
    const gateway = gatewayTo(centre, { name: NAMES[position]!, times: TIMES })
    open(gateway, position, context)
    return gateway
  })
  return { first, second, gateways }
}

function open(gateway: SmppGateway, position: number, context: TestContext) {
  const way = new Route('sms', gateway.name, { among: NAMES })
  openDispatcher(gateway, context, {
    outbox: new Outbox(way),
    failover: new Failover(NAMES, position, 0),
  })
}

/** As if that gateway's process had last said so then. */
function reported(gateway: string, said: Partial<Record<string, unknown>>) {
  return GatewayReport.query().where('gateway', gateway).update(said)
}

/** Its last word; what a test writes over it then stays until the link is back. */
function saysThatItIsDown(gateway: SmppGateway) {
  return eventually(async () => {
    const report = gateway.state.link !== 'bound' && (await GatewayReport.find(gateway.name))
    return report ? report.downSince !== null : false
  })
}

const minutesAgo = (minutes: number) => stamp(DateTime.utc().minus({ minutes }))

test.group('Two gateways', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('the first one sends as long as it can', async (context) => {
    const { assert } = context
    const { first, second } = await openBoth(context)
    for (let n = 0; n < 5; n++) await becomes('delivered', (await received()).message)
    assert.lengthOf(first.messages(), 5)
    assert.lengthOf(second.messages(), 0)
  })

  test('after three technical failures a message goes through the second', async (context) => {
    const { assert } = context
    const { first, second } = await openBoth(context, {
      refuse: { status: 0x08, which: { every: 1 } },
    })
    const { message } = await received()
    for (let tries = 1; tries <= 3; tries++) {
      await eventually(async () => (await Message.findOrFail(message.id)).attempts === tries)
      await dueNow(message)
    }
    const delivered = await becomes('delivered', message)
    assert.equal(delivered.gateway, 'yedek')
    assert.equal(delivered.attempts, 4)
    assert.lengthOf(first.messages(), 0)
    assert.lengthOf(second.messages(), 1)
  })

  test('what the first may have sent already is never given to the second', async (context) => {
    const { assert } = context
    const { first, second, gateways } = await openBoth(context, { mute: true })
    const { message } = await received()
    const waiting = await becomes('waiting', message)
    assert.equal(waiting.boundTo, 'turk')

    await first.stop()
    await saysThatItIsDown(gateways[0]!)
    await reported('turk', { down_since: minutesAgo(5) })
    await dueNow(message)
    const { message: next } = await received()
    assert.equal((await becomes('delivered', next)).gateway, 'yedek')
    const kept = await Message.findOrFail(message.id)
    assert.deepEqual([kept.state, kept.boundTo], ['waiting', 'turk'])
    assert.lengthOf(second.messages(), 1)
  })

  test('the second stands in after a minute without a link, and steps back', async (context) => {
    const { assert } = context
    const { first, second, gateways } = await openBoth(context)
    await eventually(() => gateways[0]!.state.link === 'bound')
    const { port } = first
    await first.stop()
    await saysThatItIsDown(gateways[0]!)
    const { message } = await received()
    await reported('turk', { down_since: minutesAgo(2) })
    assert.equal((await becomes('delivered', message)).gateway, 'yedek')

    const back = await openCentre(context, { port })
    await eventually(async () => (await GatewayReport.find('turk'))?.downSince === null)
    const { message: later } = await received()
    assert.equal((await becomes('delivered', later)).gateway, 'turk')
    assert.deepEqual([back.messages().length, second.messages().length], [1, 1])
  })

  test('the second stands in at once for one that a wrong setting stopped', async (context) => {
    const { assert } = context
    const { first } = await openBoth(context, { refuse: { status: 0x0a, which: { every: 1 } } })
    const { message } = await received()
    const delivered = await becomes('delivered', message)
    assert.equal(delivered.gateway, 'yedek')
    assert.lengthOf(first.messages(), 0)
  })

  test('a paused gateway sends nothing; resumed, it goes on', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    const gateway = gatewayTo(centre)
    const it = await officer('bilgiislem')
    await GatewayPause.begin('smpp', it)
    openDispatcher(gateway, context, { failover: new Failover(['smpp'], 0, 0) })
    const { message } = await received()
    await eventually(() => gateway.state.link === 'bound')
    assert.equal((await Message.findOrFail(message.id)).state, 'queued')

    await GatewayPause.end('smpp', it)
    await becomes('delivered', message)
    assert.equal(gateway.state.link, 'bound')
  })

  test('the messages of a paused one go through the next', async (context) => {
    const { assert } = context
    await GatewayPause.begin('turk', await officer('bilgiislem'))
    const { first, second } = await openBoth(context)
    await becomes('delivered', (await received()).message)
    assert.deepEqual([first.messages().length, second.messages().length], [0, 1])
  })

  test('one that a wrong setting stopped begins anew when somebody pauses and resumes it, however shortly', async (context) => {
    const faults: Faults = { refuse: { status: 0x0a, which: { first: 1 } } }
    const centre = await openCentre(context, { faults })
    const gateway = gatewayTo(centre)
    openDispatcher(gateway, context, { failover: new Failover(['smpp'], 0, 0) })
    const { message } = await received()
    await eventually(() => gateway.state.link === 'closed')
    const it = await officer('bilgiislem')
    await GatewayPause.begin('smpp', it)
    await GatewayPause.end('smpp', it)
    await becomes('delivered', message)
  })
})

test.group('What a gateway says of itself', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('is written where the page in another process can read it', async (context) => {
    const { assert } = context
    const centre = await openCentre(context, { faults: { bind: { status: 0x0e, first: 1 } } })
    const gateway = gatewayTo(centre, { times: { ...TIMES, refused: 1_000 } })
    openDispatcher(gateway, context)
    await eventually(
      async () => (await GatewayReport.find('smpp'))?.alarm?.includes('INVPASWD') ?? false
    )
    assert.isNotNull((await GatewayReport.findOrFail('smpp')).downSince)
    await eventually(async () => (await GatewayReport.findOrFail('smpp')).downSince === null)
    const { downSince, alarm, fault } = await GatewayReport.findOrFail('smpp')
    assert.isNull(downSince)
    assert.isNull(alarm)
    assert.equal(fault, 'bind_refused ESME_RINVPASWD')
  })

  test('says since when it has been down, not since when it was last asked', async ({ assert }) => {
    const gateway = gatewayTo({ port: 1 })
    await GatewayReport.write(gateway.state)
    await reported('smpp', { down_since: minutesAgo(7) })
    await GatewayReport.write(gateway.state)
    const { downSince } = await GatewayReport.findOrFail('smpp')
    assert.equal(stamp(downSince!), minutesAgo(7))
  })

  test('begins to count anew after a restart', async ({ assert }) => {
    const gateway = gatewayTo({ port: 1 })
    await GatewayReport.write(gateway.state)
    await reported('smpp', { down_since: minutesAgo(90), reported_at: minutesAgo(80) })
    await GatewayReport.write(gateway.state)
    const { downSince } = await GatewayReport.findOrFail('smpp')
    assert.isAbove(downSince!.toMillis(), Date.now() - 60_000)
  })

  test('carries nothing when it says so, whatever its link', async ({ assert }) => {
    const gateway = gatewayTo({ port: 1 })
    const illSince = DateTime.utc().minus({ minutes: 3 }).toJSDate()
    const failing = { kind: 'failing', status: 'x' } as const
    const ill = { illSince, alarm: failing, carriedAt: null, refusal: null }
    const state = { ...gateway.state, link: 'bound', downSince: null } as const
    await GatewayReport.write(state, ill)
    const { failingSince, alarm } = await GatewayReport.findOrFail('smpp')
    assert.equal(stamp(failingSince!), minutesAgo(3))
    assert.equal(alarm, 'failing x')
    await GatewayReport.write(state, { ...ill, illSince: null, alarm: null })
    const well = await GatewayReport.findOrFail('smpp')
    assert.deepEqual([well.failingSince, well.downSince, well.alarm], [null, null, null])
  })

  test('is never failing without an alarm, also where its patience ends while it is written', async ({
    assert,
  }) => {
    const gateway = gatewayTo({ port: 1 })
    const state = { ...gateway.state, link: 'bound', downSince: null } as const
    const asked = [null, DateTime.utc().toJSDate()]
    const turning = {
      ...{ carriedAt: null, refusal: null },
      get illSince() {
        return asked.length > 1 ? asked.shift()! : asked[0]!
      },
      get alarm(): { kind: 'failing'; status: string } | null {
        return this.illSince && { kind: 'failing', status: 'x' }
      },
    }
    await GatewayReport.write(state, turning)
    const { failingSince, alarm } = await GatewayReport.findOrFail('smpp')
    assert.equal(failingSince === null, alarm === null)
    await GatewayReport.write(state, turning)
    assert.equal((await GatewayReport.findOrFail('smpp')).alarm, 'failing x')
  })

  test('nobody stands in for one that is merely young', async ({ assert }) => {
    assert.deepEqual(await new Failover(NAMES, 1, 0).positions(), [1])
  })

  test('three in a row stand in for each other in order', async ({ assert }) => {
    const names = ['bir', 'iki', 'uc']
    for (const name of names) await GatewayReport.write(gatewayTo({ port: 1 }, { name }).state)
    const positions = () => new Failover(names, 2, 0).positions()
    await reported('bir', { down_since: minutesAgo(2) })
    assert.deepEqual(await positions(), [2])
    await reported('iki', { down_since: minutesAgo(2) })
    assert.deepEqual(await positions(), [2, 1, 0])
    await reported('bir', { down_since: null, link: 'bound' })
    assert.deepEqual(await positions(), [2, 1])
    assert.deepEqual(await new Failover(names, 0, 0).positions(), [0])
    await reported('uc', { down_since: minutesAgo(2) })
    assert.deepEqual(await new Failover(names, 0, 0).positions(), [0, 2, 1], 'round about')
  })
})
