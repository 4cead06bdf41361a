import { test } from '@japa/runner'
import fc from 'fast-check'

import { BackOff } from '../../../app/sms/flow/back_off.ts'
import { Frames } from '../../../app/sms/smpp/frames.ts'
import { SmppSession } from '../../../app/sms/smpp/session.ts'
import { RateLimit } from '../../../app/sms/flow/rate_limit.ts'
import { Throttle } from '../../../app/sms/flow/throttle.ts'
import { openPeer, raw } from '#tests/support/sms/smpp_peer'
import { until } from '#tests/support/sms/happened'
import { PHONE, QUICK, Sender } from '#tests/support/sms/sender'

test.group('SMPP session, to the other side', () => {
  test('answers whether it is there', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    await Sender.to(peer, context).gateway.room()
    peer.say(raw(0x15))
    await until(() => peer.heard('enquire_link_resp').length === 1)
    assert.equal(peer.heard('enquire_link_resp')[0]!.sequence_number, 7)
  })

  test('says that it does not know a command', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    await Sender.to(peer, context).gateway.room()
    peer.say(raw(0x0777, '00'))
    await until(() => peer.heard('generic_nack').length === 1)
    const [nack] = peer.heard('generic_nack')
    assert.deepEqual([nack!.command_status, nack!.sequence_number], [0x03, 7])
  })

  test('says that it cannot read a request, and hears the next one', async ({
    assert,
    ...context
  }) => {
    const peer = await openPeer(context)
    const sender = Sender.to(peer, context)
    await sender.gateway.room()
    peer.say(raw(0x05, '00'.repeat(17) + '0427ffff'))
    await until(() => peer.heard('generic_nack').length === 1)
    assert.equal(peer.heard('generic_nack')[0]!.command_status, 0x02)
    assert.include(sender.gateway.state.lastFault, {
      kind: 'unreadable_request',
      status: 'deliver_sm',
    })
    assert.equal(sender.gateway.state.link, 'bound')
    peer.say(raw(0x15))
    await until(() => peer.heard('enquire_link_resp').length === 1)
    assert.lengthOf(sender.receipts, 0)
  })

  test('ends the connection, not the process, when a request cannot be dealt with', async ({
    assert,
    ...context
  }) => {
    const peer = await openPeer(context)
    const { gateway } = Sender.to(peer, context)
    await gateway.room()
    const { session } = gateway as unknown as { session: SmppSession }
    session.onDeliver = () => {
      throw new Error('nobody foresaw this')
    }
    peer.say(raw(0x05, '00'.repeat(17)))
    await until(() => gateway.state.lastFault !== null)
    assert.include(gateway.state.lastFault, { kind: 'unforeseen', status: 'nobody_foresaw_this' })
  })

  test('takes an answer without words for no message of ours', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    const { gateway } = Sender.to(peer, context)
    await gateway.room()
    peer.say(raw(0x80000004, '31323300', 0, 4_711))
    peer.say(raw(0x15))
    await until(() => peer.heard('enquire_link_resp').length === 1)
    assert.isNull(gateway.state.lastFault)
  })

  test('ends when the other side cannot read what it sends', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    const sender = Sender.to(peer, context)
    const sent = sender.send('bir')
    await until(() => peer.heard('submit_sm').length === 1)
    peer.say(raw(0x80000000, '', 0x02, 0))
    assert.deepEqual(await sent, { kind: 'ambiguous', status: 'not_understood' })
  })

  test('takes a refusal that names its message for the answer', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    const sender = Sender.to(peer, context)
    const sent = sender.send('bir')
    await until(() => peer.heard('submit_sm').length === 1)
    peer.say(raw(0x80000000, '', 0x58, peer.heard('submit_sm')[0]!.sequence_number))
    assert.deepEqual(await sent, { kind: 'throttled', status: 'ESME_RTHROTTLED' })
  })

  test('takes a refusal without a reason for no success', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    const sender = Sender.to(peer, context)
    const sent = sender.send('bir')
    await until(() => peer.heard('submit_sm').length === 1)
    peer.say(raw(0x80000000, '', 0, peer.heard('submit_sm')[0]!.sequence_number))
    assert.deepEqual(await sent, { kind: 'permanent', status: 'generic_nack' })
    assert.deepEqual(sender.gateway.state.alarm, { kind: 'unforeseen', status: 'generic_nack' })
  })

  test('takes leave of a centre that leaves when all that is under way is answered', async ({
    assert,
    ...context
  }) => {
    const peer = await openPeer(context)
    const sender = Sender.to(peer, context, { times: { unbind: 60_000 } })
    const sent = sender.send('bir')
    await until(() => peer.heard('submit_sm').length === 1)
    peer.say(raw(0x06, '', 0, 77))
    peer.say(raw(0x15))
    await until(() => peer.heard('enquire_link_resp').length === 1)
    assert.equal(sender.gateway.free, 0)
    assert.lengthOf(peer.heard('unbind_resp'), 0)
    peer.say(raw(0x80000004, '616200', 0, peer.heard('submit_sm')[0]!.sequence_number))
    assert.deepEqual(await sent, { kind: 'sent', ids: ['ab'] })
    await until(() => peer.heard('unbind_resp').length === 1)
    assert.equal(peer.heard('unbind_resp')[0]!.sequence_number, 77)
  })

  test('goes under when it cannot wait any longer, and nothing is taken for sent', async ({
    assert,
    ...context
  }) => {
    const peer = await openPeer(context)
    const sender = Sender.to(peer, context, { times: { response: 60_000, drain: 20 } })
    const sent = sender.send('bir')
    await until(() => peer.heard('submit_sm').length === 1)
    await sender.gateway.drain()
    assert.equal((await sent).kind, 'ambiguous')
    assert.lengthOf(peer.heard('unbind'), 1)
  })

  test('goes at once even while it still connects', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    const { gateway } = Sender.to(peer, context, { tls: {}, times: { connect: 60_000 } })
    assert.equal(gateway.state.link, 'connecting')
    await gateway.drain()
    assert.equal(gateway.state.link, 'closed')
    assert.isNull(gateway.state.lastFault)
  })

  test('does not come back when the other side goes first', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    const { gateway } = Sender.to(peer, context, { times: { response: 60_000, drain: 5_000 } })
    await gateway.room()
    const written = Promise.withResolvers<void>()
    const sent = gateway.send({ reference: '1', to: PHONE, text: 'bir' }, () => written.promise)
    await until(() => peer.heard('submit_sm').length === 1)

    const drained = gateway.drain()
    peer.say(raw(0x06))
    await until(() => gateway.state.link === 'closed')
    written.resolve()
    await Promise.all([sent, drained])
    assert.lengthOf(peer.heard('bind_transceiver'), 1)
  })

  test('sends nothing more once it is throttled', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    const { port } = peer
    const who = { host: '127.0.0.1', port, systemId: 'acikkapi', password: 'secret' }
    const session = new SmppSession({ ...who, times: QUICK })
    context.cleanup(() => session.drain())
    session.start()
    await session.room()
    const [early, late] = [(await session.slot())!, (await session.slot())!]

    const first = early.submit({})
    await until(() => peer.heard('submit_sm').length === 1)
    peer.say(raw(0x80000004, '', 0x14, peer.heard('submit_sm')[0]!.sequence_number))
    await first
    assert.deepEqual(await late.submit({}), { kind: 'throttled', status: 'throttled' })
    assert.lengthOf(peer.heard('submit_sm'), 1)
    early.release()
    late.release()
  })

  test('says who sends, to whom and until when', async ({ assert, ...context }) => {
    const peer = await openPeer(context)
    const sender = Sender.to(peer, context, { source: 'KAYMAKAMLIK', systemType: 'sms' })
    void sender.send('bir', { expiresAt: new Date('2099-12-02T08:09:10Z') })
    await until(() => peer.heard('submit_sm').length === 1)

    const bind = peer.heard('bind_transceiver')[0]!
    assert.deepEqual(
      [bind.system_id, bind.password, bind.system_type, bind.interface_version],
      ['acikkapi', 'secret', 'sms', 0x34]
    )
    const submit = peer.heard('submit_sm')[0]!
    assert.deepEqual(
      [submit.source_addr_ton, submit.source_addr_npi, submit.source_addr],
      [5, 0, 'KAYMAKAMLIK']
    )
    assert.deepEqual(
      [submit.dest_addr_ton, submit.dest_addr_npi, submit.destination_addr],
      [1, 1, '905000000001']
    )
    assert.deepEqual([submit.registered_delivery, submit.validity_period], [1, '991202080910000+'])
  })

  test('refuses a sender name that no operator registers', ({ assert }) => {
    for (const source of ['AB', 'AÇIKKAPI', 'ACIKKAPI-VALILIK']) {
      assert.throws(() => new Sender(1, { source }), /sender name/)
    }
  })
})

test.group('SMPP frames', () => {
  test('come out whole, however the network cuts them', ({ assert }) => {
    const bodies = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 })
    fc.assert(
      fc.property(
        bodies,
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
        (all, cuts) => {
          const sent = all.map((body) => raw(0x04, Buffer.from(body).toString('hex')))
          const stream = Buffer.concat(sent)
          const frames = new Frames()
          const received: Buffer[] = []
          for (let offset = 0, turn = 0; offset < stream.length; turn++) {
            const end = offset + cuts[turn % cuts.length]!
            received.push(...frames.push(stream.subarray(offset, end)))
            offset = end
          }
          assert.deepEqual(received, sent)
        }
      )
    )
  })

  test('of an impossible length are refused')
    .with([0, 4, 8, 15, 70_001, 0xffff_ffff])
    .run(({ assert }, length) => {
      const octets = Buffer.alloc(16)
      octets.writeUInt32BE(length, 0)
      assert.throws(() => [...new Frames().push(octets)], `unreadable_frame ${length}`)
    })
})

test.group('SMPP back-off', () => {
  test('doubles from the first wait to the last, and begins anew', ({ assert }) => {
    const backOff = new BackOff({ first: 1_000, last: 60_000 })
    const begin = () => Array.from({ length: 8 }, () => backOff.next() / 1_000)
    for (const round of [begin(), (backOff.reset(), begin())]) {
      for (const [index, exact] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
        assert.closeTo(round[index]!, exact, exact / 5)
      }
    }
  })
})

test.group('SMS throttle', () => {
  test('is not lengthened by answers that come while it lasts', ({ assert }) => {
    const waits = new BackOff({ first: 1_000, last: 30_000 })
    const throttle = new Throttle(waits, () => {})
    throttle.begin()
    throttle.begin()
    assert.isTrue(throttle.isOn)
    assert.closeTo(waits.next(), 2_000, 400)
  })

  test('is short again after a success', ({ assert }) => {
    const waits = new BackOff({ first: 1_000, last: 30_000 })
    const throttle = new Throttle(waits, () => {})
    throttle.begin()
    throttle.forget()
    assert.closeTo(waits.next(), 1_000, 200)
  })
})

test.group('SMS rate limit', () => {
  test('lets so many pass in any second and not one more, evenly', async ({ assert }) => {
    let now = 0
    const clock = {
      now: () => now,
      sleep: async (wait: number) => {
        now += wait
      },
    }
    const limit = new RateLimit(4, clock)
    const passed: number[] = []
    for (let count = 0; count < 6; count++) {
      await limit.turn()
      passed.push(now)
      now += 100
    }
    now += 5_000
    await limit.turn()
    assert.deepEqual([...passed, now], [0, 255, 510, 765, 1020, 1275, 6375])
  })

  test('holds when many wait for the same moment', async ({ assert }) => {
    let now = 0
    const sleepers: (() => void)[] = []
    const clock = {
      now: () => now,
      sleep: () => new Promise<void>((resolve) => void sleepers.push(resolve)),
    }
    const limit = new RateLimit(10, clock)
    const passed: number[] = []
    for (let count = 0; count < 60; count++) void limit.turn().then(() => passed.push(now))
    // Timers that are late come all at once.
    for (let wake = 0; wake < 40 && passed.length < 60; wake++) {
      now += 1_015
      for (const sleeper of sleepers.splice(0)) sleeper()
      await new Promise((resolve) => setImmediate(resolve))
    }
    assert.lengthOf(passed, 60)
    assert.isAtMost(busiestSecond(passed), 10)
  })

  test('holds where some gain on others on the way', async ({ assert }) => {
    let now = 0
    const clock = { now: () => now, sleep: async (wait: number) => void (now += wait) }
    const limit = new RateLimit(100, clock)
    const arrived: number[] = []
    for (let count = 0; count < 400; count++) {
      await limit.turn()
      arrived.push(now + (count % 200 === 0 ? 15 : 0))
    }
    assert.isAtMost(busiestSecond(arrived), 100)
  })

  test('holds also when its timers are late', async ({ assert }) => {
    let now = 0
    const late = (wait: number) => async () => {
      now += wait + (Math.round(now) % 7 === 0 ? 130 : 0)
    }
    const limit = new RateLimit(10, { now: () => now, sleep: (wait) => late(wait)() })
    const passed: number[] = []
    for (let count = 0; count < 200; count++) {
      await limit.turn()
      passed.push(now)
    }
    assert.isAtMost(busiestSecond(passed), 10)
  })

  test('holds nobody up where no rate is agreed', async ({ assert }) => {
    const limit = new RateLimit(undefined, {
      now: () => 0,
      sleep: () => Promise.reject(new Error()),
    })
    for (let count = 0; count < 100; count++) await assert.doesNotReject(() => limit.turn())
  })
})

/** Of any second, wherever it begins. */
function busiestSecond(passed: number[]) {
  const within = passed.map((from) => passed.filter((at) => at >= from && at < from + 1_000))
  return Math.max(...within.map((those) => those.length))
}
