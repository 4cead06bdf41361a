import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import type { SmsCentre } from '../../../../sms_centre/centre.ts'
import type { Faults } from '../../../../sms_centre/faults/faults.ts'
import { stamp } from '#shared/dates/stored'
import { GatewayReport } from '../../../../app/notification/models/gateway_report.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { openCentre } from '#tests/support/sms/sender'
import {
  becomes,
  dueNow,
  eventually,
  gatewayTo,
  openDispatcher,
  received,
} from '#tests/support/notification/dispatching'
import { startWorker } from '#tests/support/notification/worker_process'

async function ended(child: ChildProcess) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Takes every message and never says so, until the function that this gives is called. */
function neverAnswering(centre: SmsCentre) {
  const accept = centre.accept
  centre.accept = async (...message) => {
    await accept.apply(centre, message)
    return new Promise(() => {})
  }
  return () => {
    centre.accept = accept
  }
}

/** As if the dead worker's lease had run out. */
function leaseRunsOut() {
  return db.from('gateway_leases').update({ until: stamp(DateTime.utc().minus({ seconds: 1 })) })
}

test.group('The worker’s own process', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('sends what a web process put into the outbox, and ends cleanly', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    const { child, said } = startWorker(centre, context)
    const { message, secret } = await received()
    await becomes('delivered', message)
    child.kill('SIGTERM')
    await ended(child)
    assert.equal(child.exitCode, 0)
    assert.lengthOf(await db.from('gateway_leases'), 0)
    assert.equal((await GatewayReport.findOrFail('smpp')).link, 'ended')
    assert.include(said.join(''), 'SMS session bound')
    for (const secretly of ['5000123456', secret.text, 'Başvuru']) {
      assert.notInclude(said.join(''), secretly)
    }
  }).timeout(60_000)

  test('says no number, no text and no code, whatever the operator does', async (context) => {
    const { assert } = context
    const faults: Faults = {
      replies: { every: 2 },
      refuse: { status: 0x0b, which: { at: [2] } },
      throttle: { at: [4] },
      drop: { when: 'halfway', which: { at: [5] } },
      receipts: { secondId: true, twice: true, strangers: { every: 3 }, cutTlvs: { every: 5 } },
    }
    const centre = await openCentre(context, { faults })
    const petitions = await Promise.all(Array.from({ length: 8 }, () => received()))
    await db.from('messages').where('id', petitions[7]!.message.id).update({ recipient: 'spoilt' })
    const { said } = startWorker(centre, context)
    await eventually(async () => {
      const waiting = await Message.query().select('id').where('state', 'waiting')
      for (const message of waiting) await dueNow(message)
      return (await Message.query().whereNull('final_at').select('id')).length === 0
    }, 40_000)

    const log = said.join('')
    for (const line of ['SMS refused', 'SMS session disturbed', 'The outbox is in trouble']) {
      assert.include(log, line)
    }
    const secrets = petitions.map(({ secret }) => secret.text)
    const numbers = petitions.map(({ petition }) => petition.shownNumber)
    for (const planted of ['5000123456', 'Takip kodu', 'Köyümüz', 'Ayşe', ...secrets, ...numbers]) {
      assert.notInclude(log, planted)
    }
  }).timeout(60_000)

  test('killed between the text and the answer, loses nothing', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    const speaksAgain = neverAnswering(centre)
    const { child } = startWorker(centre, context)
    const { message } = await received()
    await eventually(() => centre.messages().length === 1)
    child.kill('SIGKILL')
    await ended(child)
    assert.equal((await Message.findOrFail(message.id)).state, 'sending')

    speaksAgain()
    openDispatcher(gatewayTo(centre), context)
    await leaseRunsOut()
    await dueNow(message)
    const delivered = await becomes('delivered', message)
    assert.lengthOf(centre.messages(), 2)
    assert.isNull(delivered.sealed)
  }).timeout(60_000)

  test('lets another one in when it is dead, not before', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    const { child } = startWorker(centre, context)
    await becomes('delivered', (await received()).message)
    const own = gatewayTo(centre)
    openDispatcher(own, context)
    await becomes('delivered', (await received()).message)
    assert.equal(own.state.link, 'idle')

    child.kill('SIGKILL')
    await ended(child)
    await leaseRunsOut()
    await becomes('delivered', (await received()).message)
    assert.equal(own.state.link, 'bound')
  }).timeout(60_000)
})
