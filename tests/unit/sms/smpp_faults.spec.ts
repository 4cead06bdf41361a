import { test } from '@japa/runner'

import { freePort } from '#tests/support/free_port'

import { type Faults } from '../../../sms_centre/faults/faults.ts'
import { selfSigned } from '#tests/support/sms/certificate'
import { until } from '#tests/support/sms/happened'
import { openCentre, PHONE, Sender } from '#tests/support/sms/sender'

/** After these nobody can know whether the message was taken. */
const BROKEN_ANSWERS: [string, Faults, taken: number][] = [
  ['the connection breaks before it', { drop: { when: 'before', which: { first: 1 } } }, 0],
  [
    'the connection breaks in the middle of it',
    { drop: { when: 'halfway', which: { first: 1 } } },
    1,
  ],
  ['it is garbage', { garbage: { first: 1 } }, 1],
  ['it claims 4 octets', { badLength: { length: 4, which: { first: 1 } } }, 1],
  ['it claims 8 octets', { badLength: { length: 8, which: { first: 1 } } }, 1],
  ['it claims 15 octets', { badLength: { length: 15, which: { first: 1 } } }, 1],
  ['it claims 70,001 octets', { badLength: { length: 70_001, which: { first: 1 } } }, 1],
]

const REFUSALS: [number, string, string][] = [
  [0x08, 'temporary', 'ESME_RSYSERR'],
  [0x45, 'temporary', 'ESME_RSUBMITFAIL'],
  [0x64, 'temporary', 'ESME_RX_T_APPN'],
  [0xfe, 'temporary', 'ESME_RDELIVERYFAILURE'],
  [0xff, 'temporary', 'ESME_RUNKNOWNERR'],
  [0x0b, 'permanent', 'ESME_RINVDSTADR'],
  [0x33, 'permanent', 'ESME_RINVNUMDESTS'],
  [0x61, 'permanent', 'ESME_RINVSCHED'],
  [0x65, 'permanent', 'ESME_RX_P_APPN'],
  [0x66, 'permanent', 'ESME_RX_R_APPN'],
]

test.group('SMPP gateway when the answer', () => {
  test('does not come because {0}')
    .with(BROKEN_ANSWERS)
    .run(async ({ assert, ...context }, [, faults, taken]) => {
      const centre = await openCentre(context, { faults })
      const sender = Sender.to(centre, context)

      const first = await sender.send('bir')
      assert.equal(first.kind, 'ambiguous')
      assert.lengthOf(centre.messages(), taken)

      assert.equal((await sender.send('iki')).kind, 'sent')
      await until(() => sender.receipts.length === taken + 1)
    })

  test('came and the connection breaks after it: the message is sent', async ({
    assert,
    ...context
  }) => {
    const faults: Faults = { drop: { when: 'after', which: { first: 1 } } }
    const centre = await openCentre(context, { faults })
    const sender = Sender.to(centre, context)

    assert.equal((await sender.send('bir')).kind, 'sent')
    await until(() => sender.gateway.state.lastFault !== null)
    assert.equal((await sender.send('iki')).kind, 'sent')
    await until(() => sender.receipts.length === 2)
  })

  test('never comes: everything in flight is ambiguous and the link is made anew', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context, { faults: { mute: true } })
    const sender = Sender.to(centre, context, { times: { response: 60 } })

    const outcomes = await Promise.all(['bir', 'iki', 'üç'].map((text) => sender.send(text)))
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['ambiguous', 'ambiguous', 'ambiguous']
    )

    centre.play({})
    assert.equal((await sender.send('dört')).kind, 'sent')
  })
})

test.group('SMPP gateway when refused', () => {
  test('with {0} says what can be done about it')
    .with(REFUSALS)
    .run(async ({ assert, ...context }, [status, kind, name]) => {
      const refuse = { status, which: { first: 1 } }
      const centre = await openCentre(context, { faults: { refuse } })
      const sender = Sender.to(centre, context)

      assert.deepEqual(await sender.send('bir'), { kind, status: name } as never)
      assert.isNull(sender.gateway.state.alarm)
      assert.equal((await sender.send('iki')).kind, 'sent')
    })

  test('with {0} is throttled, and the attempt does not count')
    .with([['throttle', 'ESME_RTHROTTLED'] as const, ['queueFull', 'ESME_RMSGQFUL'] as const])
    .run(async ({ assert, ...context }, [fault, status]) => {
      const centre = await openCentre(context, { faults: { [fault]: { first: 1 } } })
      const sender = Sender.to(centre, context)

      assert.deepEqual(await sender.send('bir'), { kind: 'throttled', status })
      assert.equal(sender.gateway.free, 0)
      const { gateway } = sender
      const meanwhile: unknown[] = []
      await gateway.send({ reference: '2', to: PHONE, text: 'iki' }, async (outcome) => {
        meanwhile.push(outcome)
      })
      assert.deepEqual(meanwhile, [{ kind: 'throttled', status: 'throttled' }])
      assert.equal((await sender.send('üç')).kind, 'sent')
    })

  test('in the middle of a long text waits and sends the rest of it', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context, { faults: { throttle: { at: [2, 3] } } })
    const sender = Sender.to(centre, context)
    const text = 'Uzun bir açıklama. '.repeat(12).trim()

    assert.deepEqual(await sender.send(text), { kind: 'sent', ids: ['1', '2'] })
    assert.deepEqual(
      centre.messages().map((message) => message.text),
      [text]
    )
  })

  test('for a wrong setting stops, raises the alarm and can be started again', async ({
    assert,
    ...context
  }) => {
    const refuse = { status: 0x0a, which: { first: 1 } }
    const centre = await openCentre(context, { faults: { refuse } })
    const sender = Sender.to(centre, context)
    const { gateway } = sender

    assert.deepEqual(await sender.send('bir'), { kind: 'configuration', status: 'ESME_RINVSRCADR' })
    await until(() => gateway.state.link === 'closed')
    assert.equal(gateway.free, 0)
    assert.deepEqual(gateway.state.alarm, { kind: 'setting', status: 'ESME_RINVSRCADR' })

    gateway.start()
    assert.equal((await sender.send('iki')).kind, 'sent')
    assert.isNull(gateway.state.alarm)
  })

  test('because its bind is forgotten binds again, and the attempt does not count', async ({
    assert,
    ...context
  }) => {
    const refuse = { status: 0x04, which: { first: 1 } }
    const centre = await openCentre(context, { faults: { refuse } })
    const sender = Sender.to(centre, context)

    assert.deepEqual(await sender.send('bir'), { kind: 'throttled', status: 'ESME_RINVBNDSTS' })
    assert.equal((await sender.send('iki')).kind, 'sent')
    assert.equal(sender.gateway.state.lastFault!.status, 'ESME_RINVBNDSTS')
  })

  test('because its bind is forgotten waits for the answers that are under way', async ({
    assert,
    ...context
  }) => {
    const refuse = { status: 0x04, which: { first: 5 } }
    const centre = await openCentre(context, { faults: { refuse } })
    const sender = Sender.to(centre, context)
    await sender.gateway.room()

    const outcomes = await Promise.all(['1', '2', '3', '4', '5'].map((text) => sender.send(text)))
    const forgotten = { kind: 'throttled', status: 'ESME_RINVBNDSTS' }
    assert.deepEqual(outcomes, Array(5).fill(forgotten), 'nothing has to be sent twice')
  })

  test('for a wrong setting and started again while it takes leave connects anew', async ({
    assert,
    ...context
  }) => {
    const refuse = { status: 0x0a, which: { first: 1 } }
    const centre = await openCentre(context, { faults: { refuse } })
    const sender = Sender.to(centre, context)
    await sender.send('bir')
    assert.equal(sender.gateway.state.link, 'draining')
    sender.gateway.start()
    assert.equal((await sender.send('iki')).kind, 'sent')
  })

  test('for a reason that nobody foresaw gives the message up and calls somebody', async ({
    assert,
    ...context
  }) => {
    const refuse = { status: 0x40a, which: { first: 1 } }
    const centre = await openCentre(context, { faults: { refuse } })
    const sender = Sender.to(centre, context)

    assert.deepEqual(await sender.send('bir'), { kind: 'permanent', status: '0x0000040A' })
    assert.deepEqual(sender.gateway.state.alarm, { kind: 'unforeseen', status: '0x0000040A' })
    assert.equal((await sender.send('iki')).kind, 'sent')
    assert.isNull(sender.gateway.state.alarm)
  })
})

test.group('SMPP session', () => {
  test('is patient while the operator still holds the last one')
    .with([0x05, 0x0d])
    .run(async ({ assert, ...context }, status) => {
      const centre = await openCentre(context, { faults: { bind: { status, first: 3 } } })
      const sender = Sender.to(centre, context)
      const { gateway } = sender
      await until(() => gateway.state.lastFault !== null)

      assert.equal(gateway.state.lastFault!.kind, 'bind_refused')
      assert.isNull(gateway.state.alarm)
      assert.equal((await sender.send('bir')).kind, 'sent')
    })

  test('calls somebody when it has been down for long', async ({ assert, ...context }) => {
    const bind = { status: 0x05, first: Infinity }
    const centre = await openCentre(context, { faults: { bind } })
    const { gateway } = Sender.to(centre, context, { times: { alarm: 30 } })
    await until(() => gateway.state.alarm !== null)
    assert.deepEqual(gateway.state.alarm, { kind: 'noLink' })
  })

  test('calls somebody at once for a wrong password, and hardly tries again', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context, { password: 'right' })
    const times = { refused: 60_000 }
    const { gateway } = Sender.to(centre, context, { password: 'wrong', times })
    await until(() => gateway.state.alarm !== null)
    await until(() => gateway.state.link === 'idle')
    assert.deepEqual(gateway.state.alarm, { kind: 'credentials', status: 'ESME_RINVPASWD' })
  })

  test('comes back when the other side took leave', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { faults: { unbind: { first: 1 } } })
    const sender = Sender.to(centre, context)
    const { gateway } = sender

    assert.equal((await sender.send('bir')).kind, 'sent')
    await until(() => gateway.state.lastFault !== null)
    assert.equal(gateway.state.lastFault!.kind, 'unbound')
    assert.equal((await sender.send('iki')).kind, 'sent')
  })

  test('notices a peer that is silent and makes the link anew', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { faults: { mute: true } })
    const sender = Sender.to(centre, context, { times: { silence: 30, alive: 30 } })
    const { gateway } = sender
    await until(() => gateway.state.lastFault !== null)

    assert.equal(gateway.state.lastFault!.kind, 'silent')
    centre.play({})
    assert.equal((await sender.send('bir')).kind, 'sent')
  })

  test('is down since it was lost, however often it binds and hears nothing', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context)
    const times = { silence: 30, alive: 100, alarm: 50 }
    const { gateway } = Sender.to(centre, context, { times })
    await until(() => gateway.state.downSince === null)
    centre.play({ mute: true })
    await until(() => gateway.state.downSince !== null)
    const { downSince } = gateway.state
    const { binds } = centre.figures
    await until(() => centre.figures.binds > binds + 2 && gateway.state.alarm !== null)
    assert.deepEqual(gateway.state.downSince, downSince)
    assert.deepEqual(gateway.state.alarm, { kind: 'noLink' })

    centre.play({})
    await until(() => gateway.state.downSince === null)
    assert.isNull(gateway.state.alarm)
  })

  test('stays while the peer answers, however long nothing is sent', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context)
    const { gateway } = Sender.to(centre, context, { times: { silence: 5, alive: 500 } })
    await gateway.room()
    const { since } = gateway.state
    await until(() => centre.lastCheck > since.getTime() + 50)
    assert.isNull(gateway.state.lastFault)
    assert.equal(gateway.state.since, since)
  })

  test('waits for a centre that is not there yet', async ({ assert, ...context }) => {
    const port = await freePort()
    const sender = Sender.to({ port }, context)
    await until(() => sender.gateway.state.lastFault !== null)

    await openCentre(context, { port })
    assert.equal((await sender.send('bir')).kind, 'sent')
  })

  test('leaves at once when it is drained while nobody answers', async ({ assert, ...context }) => {
    const { gateway } = Sender.to({ port: await freePort() }, context, {
      times: { backOff: { first: 60_000, last: 60_000 } },
    })
    await until(() => gateway.state.lastFault !== null)
    await gateway.drain()
    assert.equal(gateway.state.link, 'closed')
  })

  test('looks for no new link when it is drained, even if a result is not written yet', async ({
    assert,
    ...context
  }) => {
    const faults: Faults = { drop: { when: 'before', which: { first: 1 } } }
    const centre = await openCentre(context, { faults })
    const times = { backOff: { first: 60_000, last: 60_000 }, drain: 60_000 }
    const { gateway } = Sender.to(centre, context, { times })
    await gateway.room()
    const written = Promise.withResolvers<void>()
    const sent = gateway.send({ reference: '1', to: PHONE, text: 'bir' }, () => written.promise)
    await until(() => gateway.state.link === 'idle')

    const drained = gateway.drain()
    await until(() => gateway.state.link === 'closed')
    written.resolve()
    await Promise.all([sent, drained])
    assert.equal(gateway.state.inFlight, 0)
  })

  test('goes over TLS with the authority that it was told to trust', async ({
    assert,
    ...context
  }) => {
    const tls = selfSigned()
    const centre = await openCentre(context, { tls })
    const sender = Sender.to(centre, context, { tls: { ca: tls.cert } })
    assert.equal((await sender.send('şifreli')).kind, 'sent')
    assert.equal(centre.messages()[0]!.text, 'şifreli')
  })

  test('refuses an authority that it does not know', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { tls: selfSigned() })
    for (const tls of [{}, { ca: selfSigned().cert }]) {
      const { gateway } = Sender.to(centre, context, { tls })
      await until(() => gateway.state.lastFault !== null)
      assert.match(gateway.state.lastFault!.status!, /SELF_SIGNED/)
      assert.equal(gateway.free, 0)
    }
  })
})
