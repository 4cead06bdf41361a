import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Catalogue } from '#organisation'
import { emptied } from '#tests/support/database'
import { Message } from '../../../../app/notification/models/message.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { Failover } from '../../../../app/notification/dispatch/failover.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { district } from '#tests/support/databases/district'
import { eventually, gatewayTo, openDispatcher } from '#tests/support/notification/dispatching'
import { queue } from '#tests/support/notification/scenario'
import { openCentre } from '#tests/support/sms/sender'

const AMONG = ['turk', 'yedek']
const UNREGISTERED = { refuse: { status: 0x0a, which: { every: 1 }, from: 'KOMSUOVA' } }

/** A neighbour on the same server, whose name no operator knows. */
async function neighbour() {
  const who = { code: 'komsuova', kind: 'district', name: 'Komşuova Kaymakamlığı', plate: '10' }
  const [id] = await db.table('authorities').insert({ ...who, sender: 'KOMSUOVA' })
  Catalogue.forget()
  return id as number
}

test.group('An authority whose sender name no operator has registered', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
    return () => Catalogue.forget()
  })

  test('stops no text of another authority, and its own leave under the gateways’ names', async (context) => {
    const { assert } = context
    const id = await neighbour()
    await queue(6)
    const mixed = await Message.query().orderBy('id')
    const itsOwn = mixed.filter((_, number) => number % 2 === 0).map((message) => message.id)
    await Message.query().whereIn('id', itsOwn).update({ authority_id: id })
    const faults = UNREGISTERED
    const centres = [await openCentre(context, { faults }), await openCentre(context, { faults })]
    const gateways = centres.map((centre, at) => gatewayTo(centre, { name: AMONG[at]! }))
    for (const [position, gateway] of gateways.entries()) {
      openDispatcher(gateway, context, {
        outbox: new Outbox(new Route('sms', gateway.name, { among: AMONG })),
        failover: new Failover(AMONG, position, 0),
      })
    }

    const areBound = () => gateways.every(({ state }) => state.link === 'bound')
    const arrived = () => centres.flatMap((centre) => centre.messages())
    await eventually(() => arrived().length === 6 && areBound())

    assert.deepEqual([...new Set(arrived().map(({ from }) => from))], ['ACIKKAPI'])
    for (const { state } of gateways) assert.isNull(state.alarm)
    await eventually(async () => !(await Message.query().whereNot('state', 'delivered').first()))
  })
})
