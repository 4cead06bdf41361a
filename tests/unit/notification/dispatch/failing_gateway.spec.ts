import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { again } from '#shared/database/transaction'
import { emptied } from '#tests/support/database'
import { DateTime } from 'luxon'
import { district } from '#tests/support/databases/district'
import { outboxWakeUp } from '../../../../app/notification/dispatch/wake_up.ts'
import type { Faults } from '../../../../sms_centre/faults/faults.ts'
import { stamp } from '#shared/dates/stored'
import { SCENARIOS } from '../../../../sms_centre/faults/scenarios.ts'
import type { SmsGateway } from '#sms'
import { Health } from '../../../../app/notification/monitoring/health.ts'
import { GatewayReport } from '../../../../app/notification/models/gateway_report.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { CLAIMABLE } from '../../../../app/notification/message_states.ts'
import { Failover } from '../../../../app/notification/dispatch/failover.ts'
import { sendTest } from '../../../../app/notification/monitoring/test_message.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { Company, gatewayOver, says, yes, type Behaviour } from '#tests/support/sms/company'
import { queue, QUICK_HEALTH, WINDOW } from '#tests/support/notification/scenario'
import {
  becomes,
  eventually,
  gatewayTo,
  openDispatcher,
  received,
} from '#tests/support/notification/dispatching'
import { openCentre } from '#tests/support/sms/sender'

/** A hundred times as quick as in the house. */
const TIMES = { response: 300, silence: 300, alive: 100 }

/** Where every text is answered: on a busy machine an answer that is late is none that was lost. */
const ANSWERS = { response: 8_000 }

/** A gateway that can be made ill and well. */
interface Patient {
  gateway: SmsGateway
  mend(): void
}

/** What may be wrong although the link is up, over SMPP and over HTTP. */
const ILLNESSES: Record<string, (context: TestContext, name?: string) => Promise<Patient>> = {
  'SMPP: answers come no more after five': overSmpp(SCENARIOS['answers five and then no more']),
  'SMPP: nothing is answered after five of a connection': overSmpp({ mute: { after: 5 } }),
  'SMPP: everything is refused for now': overSmpp(SCENARIOS['refuses everything for now'], ANSWERS),
  'SMPP: every bind is forgotten': overSmpp(SCENARIOS['forgets every bind'], ANSWERS),
  'SMPP: takes leave at every text': overSmpp(SCENARIOS['unbinds at every text']),
  'HTTP: answers never come': overHttp(() => {}),
  'HTTP: always 500': overHttp(says(500), ANSWERS),
  'HTTP: everything is refused for now': overHttp(says(200, '{"code":"70"}'), ANSWERS),
  'HTTP: answers that nobody understands': overHttp(says(200, '<html>Bakımdayız</html>')),
}

function overSmpp(faults: Faults, times: Partial<typeof TIMES> = TIMES) {
  return async (context: TestContext, name = 'turk') => {
    const centre = await openCentre(context, { faults })
    return { gateway: gatewayTo(centre, { name, times }), mend: () => centre.play({}) }
  }
}

function overHttp(behaviour: Behaviour, { response } = { response: TIMES.response }) {
  return async (context: TestContext, name = 'turk') => {
    const company = await Company.open(context)
    company.always = behaviour
    const gateway = gatewayOver(company, { name, times: { response } })
    return { gateway, mend: () => (company.always = yes) }
  }
}

function openDispatchers(context: TestContext, gateways: SmsGateway[]) {
  const among = gateways.map(({ name }) => name)
  for (const [position, gateway] of gateways.entries()) {
    openDispatcher(gateway, context, {
      outbox: new Outbox(new Route('sms', gateway.name, { among })),
      health: new Health(gateway.name, undefined, QUICK_HEALTH),
      failover: new Failover(among, position, 0),
    })
  }
}

/** What waits for another try is due at once, until it holds. */
function pressing(holds: () => Promise<boolean>) {
  return eventually(async () => {
    const past = stamp(DateTime.utc().minus({ seconds: 2 }))
    // The dispatchers write the same rows at the same moment.
    await again(() => Message.query().where('state', 'waiting').update({ next_at: past }))
    outboxWakeUp.ring()
    return holds()
  })
}

const isIll = async (name = 'turk') =>
  ((await GatewayReport.find(name))?.failingSince ?? null) !== null

const isWell = async (name = 'turk') => !(await isIll(name))

/** A text of somebody who asks for it, which no other gateway may carry. */
async function tested(gateway: string, position: number) {
  const { authority } = await district()
  return sendTest({ gateway, position }, { authorityId: authority.id, typed: '0500 012 34 56' })
}

const isSettled = async () =>
  !(await Message.query()
    .whereIn('state', [...CLAIMABLE])
    .first())

const taken = () => Message.query().whereIn('state', ['sent', 'delivered'])

test.group('A gateway that is connected and carries nothing', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('hands over to the next, and gets its messages back when it is well: {$self}')
    .with(Object.keys(ILLNESSES))
    .run(async (context, name) => {
      const { assert } = context
      const { gateway, mend } = await ILLNESSES[name]!(context)
      const second = await openCentre(context)
      await queue(60)
      openDispatchers(context, [gateway, gatewayTo(second, { name: 'yedek' })])

      const tied = () => Message.query().where('bound_to', 'turk').whereNull('final_at')
      let said: GatewayReport | null = null
      await pressing(async () => {
        if (await isIll()) said ??= await GatewayReport.find('turk')
        const { length } = await tied()
        assert.isAtMost(length, WINDOW)
        const others = await Message.query()
          .whereNull('bound_to')
          .whereIn('state', [...CLAIMABLE])
        return said !== null && others.length === 0
      })
      assert.isNotNull(said!.alarm)
      assert.isNotNull(said!.refusal)
      // A connection that answers five before it falls silent takes five away, and a busy machine opens more.
      assert.isAtLeast(second.count, 20)

      mend()
      await pressing(async () => {
        if (await isWell()) return true
        if (!(await Message.query().where('state', 'queued').first())) await received()
        return false
      })
      const report = await GatewayReport.findOrFail('turk')
      assert.isNull(report.alarm)
      assert.isNull(report.failingSince)
      assert.isTrue(report.carriedAt! >= said!.failingSince!)
      await pressing(isSettled)
      const { message } = await received()
      await eventually(async () => (await taken().where('id', message.id)).length === 1)
      assert.equal((await Message.findOrFail(message.id)).gateway, 'turk')
    })
    .timeout(60_000)

  test('hands over also when there is a text every now and then', async (context) => {
    const { assert } = context
    const { gateway } = await overSmpp({ unanswered: { every: 1 } })(context)
    const second = await openCentre(context)
    openDispatchers(context, [gateway, gatewayTo(second, { name: 'yedek' })])
    const { message } = await received()
    const waiting = await becomes('waiting', message)
    assert.equal(waiting.boundTo, 'turk')
    await eventually(() => isIll())
    // Whichever of them is a probe, no more than a window is tied.
    for (let texts = 0; texts <= WINDOW && second.count === 0; texts++) {
      const { message: next } = await received()
      await eventually(async () => {
        const { gateway: through, boundTo } = await Message.findOrFail(next.id)
        return through === 'yedek' || boundTo === 'turk'
      })
    }
    await eventually(() => second.count > 0)
  })

  test('alone keeps its messages, loses no window again and again, and sends them all', async (context) => {
    const { assert } = context
    const { gateway, mend } = await overSmpp({ unanswered: { every: 1 } })(context)
    await queue(30)
    openDispatchers(context, [gateway])
    const tied = () => Message.query().where('bound_to', 'turk')
    // It is judged a moment before what became of them is written.
    await eventually(async () => (await isIll()) && (await tied()).length >= WINDOW)
    assert.lengthOf(await tied(), WINDOW)
    mend()
    await pressing(isSettled)
    await eventually(() => isWell())
    // Nobody sends a text of which nothing is heard more than three times.
    const given = await Message.query().where('state', 'failed')
    assert.isAtMost(given.length, WINDOW)
    assert.lengthOf(await taken(), 30 - given.length)
  })

  test('beside another one like it loses nothing, and both come back', async (context) => {
    const { assert } = context
    const patients = [
      await overSmpp(SCENARIOS['refuses everything for now'], ANSWERS)(context, 'turk'),
      await overHttp(says(500), ANSWERS)(context, 'yedek'),
    ]
    await queue(30)
    openDispatchers(
      context,
      patients.map(({ gateway }) => gateway)
    )
    await pressing(async () => (await isIll('turk')) && (await isIll('yedek')))
    for (const { mend } of patients) mend()
    await pressing(async () => {
      if (!(await Message.query().whereIn('state', ['queued', 'waiting']).first())) await received()
      return isWell('turk')
    })
    await pressing(isSettled)
    // The first one carries everything again: to the other nothing comes of itself.
    await becomes('sent', await tested('yedek', 1))
    await eventually(() => isWell('yedek'))
    assert.lengthOf(await taken(), (await Message.all()).length)
  }).timeout(60_000)

  test('that only stands in is tried with no text that a well one can carry', async (context) => {
    const first = await openCentre(context)
    const { gateway, mend } = await overHttp(says(500), ANSWERS)(context, 'yedek')
    openDispatchers(context, [gatewayTo(first, { name: 'turk' }), gateway])
    await tested('yedek', 1)
    await pressing(() => isIll('yedek'))
    mend()
    await queue(30)
    const carried = () => Message.query().where({ event: 'routed', gateway: 'turk', attempts: 1 })
    await eventually(async () => (await carried()).length === 30)
  })

  test('is found well at once by whoever tests it', async (context) => {
    const { assert } = context
    const { gateway, mend } = await overSmpp(
      { refuse: { status: 0x08, which: { every: 1 } } },
      ANSWERS
    )(context)
    const health = new Health('turk', undefined, { refused: { first: 600_000, last: 600_000 } })
    openDispatcher(gateway, context, { outbox: new Outbox(new Route('sms', 'turk')), health })
    await queue(3)
    await pressing(() => isIll())
    mend()
    await becomes('delivered', await tested('turk', 0))
    await eventually(() => isWell())
    assert.isNull((await GatewayReport.findOrFail('turk')).alarm)
  })

  test('is no gateway that refuses numbers which do not exist', async (context) => {
    const { assert } = context
    const { gateway } = await overSmpp({ refuse: { status: 0x0b, which: { every: 1 } } })(context)
    await queue(20)
    openDispatchers(context, [gateway])
    await eventually(async () => (await Message.query().where('state', 'rejected')).length === 20)
    await eventually(async () => (await GatewayReport.find('turk'))?.refusal === 'ESME_RINVDSTADR')
    const { failingSince, alarm } = await GatewayReport.findOrFail('turk')
    assert.deepEqual([failingSince, alarm], [null, null])
  })
})
