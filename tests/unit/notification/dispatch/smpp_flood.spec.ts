import { type Socket } from 'node:net'

import { test } from '@japa/runner'

import { Batch } from '../../../../app/notification/outbox/batch.ts'
import { eventually } from '#tests/support/notification/dispatching'
import { openPeer, raw, written } from '#tests/support/sms/smpp_peer'
import { until } from '#tests/support/sms/happened'
import { Sender } from '#tests/support/sms/sender'

const RECEIPTS = 10_000
/** Requests that are dealt with at one time, as the connection has it. */
const MOST_OPEN = 500
/** Octets that Node reads at once, and that it holds of a stream which is paused. */
const A_READING = 65_536

/** Nothing outside shows whether it reads: the system takes megabytes for it. */
function socketOf(gateway: unknown) {
  return (gateway as { session: { connection: { socket: Socket } } }).session.connection.socket
}

function receipt(id: number) {
  const fields = { esm_class: 4, receipted_message_id: String(id), message_state: 2 }
  return written('deliver_sm', { ...fields, sequence_number: id })
}

const AT_ONCE = 500
/** Answered without anybody's help; the operator's own TLV makes it longer than our answer. */
const QUESTION = raw(0x15, '14000064' + '00'.repeat(100))
/** From a telephone: goes to the gateway first. */
const REPLY = written('deliver_sm', { short_message: Buffer.from('Tamam. '.repeat(20)) })

function many(octets: Buffer) {
  return Buffer.concat(Array<Buffer>(AT_ONCE).fill(octets))
}

/** Resolves when it has taken nothing from the system for fifty looks. */
async function standsStill(socket: Socket) {
  let [read, looks] = [-1, 0]
  await eventually(() => {
    looks = socket.bytesRead === read ? looks + 1 : 0
    read = socket.bytesRead
    return looks === 50
  }, 20_000)
}

test.group('SMPP link, flooded', (group) => {
  // Millions of octets, until the system takes no more.
  group.each.timeout(60_000)

  test('reads no more receipts than can be written down, and gets them all in the end', async ({
    assert,
    ...context
  }) => {
    const peer = await openPeer(context)
    const { gateway } = Sender.to(peer, context)
    const database = Promise.withResolvers<void>()
    const kept: string[] = []
    const book = new Batch<string>(async (ids) => {
      await database.promise
      kept.push(...ids)
    })
    let handed = 0
    let mostOpen = 0
    gateway.onReceipt(({ id }) => {
      handed += 1
      mostOpen = Math.max(mostOpen, handed - kept.length)
      return book.add(id)
    })
    await gateway.room()
    const socket = socketOf(gateway)

    const ids = Array.from({ length: RECEIPTS }, (_, index) => index + 1)
    const flood = ids.map(receipt)
    peer.say(Buffer.concat(flood))
    await standsStill(socket)
    const [{ length }] = flood as [Buffer]
    assert.isAtLeast(handed, MOST_OPEN)
    assert.isAtMost(socket.bytesRead, MOST_OPEN * length + 3 * A_READING)

    database.resolve()
    await eventually(() => peer.heard('deliver_sm_resp').length === RECEIPTS, 20_000)
    assert.deepEqual(kept, ids.map(String))
    const answered = peer.heard('deliver_sm_resp').map((pdu) => pdu.sequence_number)
    assert.deepEqual(answered, ids)
    assert.isAtMost(mostOpen, MOST_OPEN + A_READING / length)
    assert.isNull(gateway.state.lastFault)
  })

  test('listens to nobody who does not hear its answers, and goes on when they are heard', async ({
    assert,
    ...context
  }) => {
    const peer = await openPeer(context)
    const { gateway } = Sender.to(peer, context)
    await gateway.room()
    const socket = socketOf(gateway)

    peer.stopReading()
    const end = peer.repeat(many(QUESTION))
    await standsStill(socket)
    assert.isAtMost(socket.writableLength, 3 * A_READING)
    assert.isNull(gateway.state.lastFault)

    const asked = end()
    peer.readOn()
    await eventually(() => peer.heard('enquire_link_resp').length === asked * AT_ONCE, 20_000)
    assert.isNull(gateway.state.lastFault)
  })

  test('gives up whoever never hears its answers, and comes back', async ({
    assert,
    ...context
  }) => {
    const peer = await openPeer(context)
    const { gateway } = Sender.to(peer, context, { times: { silence: 500, alive: 50 } })
    await gateway.room()
    const socket = socketOf(gateway)

    peer.stopReading()
    peer.repeat(many(REPLY))
    await eventually(() => gateway.state.lastFault !== null, 20_000)
    assert.equal(gateway.state.lastFault!.kind, 'silent')
    await until(() => socket.destroyed)
    await until(() => gateway.state.link === 'bound')
  })
})
