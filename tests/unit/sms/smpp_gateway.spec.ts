import { test } from '@japa/runner'

import { until } from '#tests/support/sms/happened'
import { openCentre, PHONE, Sender } from '#tests/support/sms/sender'

test.group('SMPP gateway', () => {
  test('brings a Turkish text to the telephone letter for letter', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context)
    const sender = Sender.to(centre, context)
    const text = 'Başvurunuz sonuçlandı: İğne ve ılık çay, üç öğün.'

    const outcome = await sender.send(text)

    assert.deepEqual(outcome, { kind: 'sent', ids: ['1'] })
    const [message] = centre.messages(PHONE.slice(1))
    assert.equal(message!.text, text)
    assert.equal(message!.from, 'ACIKKAPI')
    assert.equal(message!.alphabet, 'Turkish single shift')
  })

  test('tells when the message has arrived', async ({ assert, ...context }) => {
    const centre = await openCentre(context)
    const sender = Sender.to(centre, context)

    await sender.send('Merhaba')
    await until(() => sender.receipts.length === 1)

    const { raw, done, ...receipt } = sender.receipts[0]!
    assert.deepEqual(receipt, {
      gateway: 'training',
      id: '1',
      otherIds: [],
      state: 'delivered',
      error: '000',
      to: PHONE,
    })
    assert.match(done!, /^\d{10}$/)
    assert.match(raw, /stat:DELIVRD/)
    assert.notMatch(raw, /text/)
    await until(() => centre.messages()[0]!.told)
  })

  test('sends a long text as one message of several parts', async ({ assert, ...context }) => {
    const centre = await openCentre(context)
    const sender = Sender.to(centre, context)
    const text = 'Çok uzun bir açıklama. '.repeat(15).trim()

    const outcome = await sender.send(text)

    assert.deepEqual(outcome, { kind: 'sent', ids: ['1', '2', '3'] })
    assert.deepEqual(
      centre.messages().map((message) => message.text),
      [text]
    )
    await until(() => sender.receipts.length === 3)
  })

  test('keeps a place in the window until the outcome is written down', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context)
    const { gateway } = Sender.to(centre, context, { window: 1 })
    await gateway.room()
    const written = Promise.withResolvers<void>()

    const first = gateway.send({ reference: '1', to: PHONE, text: 'bir' }, () => written.promise)
    await until(() => centre.messages().length === 1)
    const second = gateway.send({ reference: '2', to: PHONE, text: 'iki' }, async () => {})
    await until(() => centre.messages()[0]!.told)

    assert.equal(gateway.free, 0)
    assert.equal(gateway.state.inFlight, 1)
    assert.lengthOf(centre.messages(), 1)

    written.resolve()
    await Promise.all([first, second])
    assert.lengthOf(centre.messages(), 2)
    assert.equal(gateway.free, 1)
  })

  test('offers an outcome again when it could not be written down', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context)
    const { gateway } = Sender.to(centre, context)
    await gateway.room()
    let tries = 0

    await gateway.send({ reference: '1', to: PHONE, text: 'bir' }, async () => {
      tries += 1
      if (tries === 1) throw new Error('the database is away')
      assert.equal(gateway.state.inFlight, 1)
    })

    assert.equal(tries, 2)
    assert.lengthOf(centre.messages(), 1)
  })

  test('has the receipt said again when it could not be written down', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context)
    const sender = Sender.to(centre, context)
    let tries = 0
    sender.gateway.onReceipt(async () => {
      tries += 1
      if (tries < 3) throw new Error('the database is away')
    })

    await sender.send('Merhaba')
    await until(() => centre.messages()[0]!.told)

    assert.equal(tries, 3)
  })

  test('finishes what is under way before it goes, and takes nothing more', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context, { faults: { delay: 30 } })
    const sender = Sender.to(centre, context)
    const sent = Array.from({ length: 5 }, () => sender.send('Merhaba'))
    await until(() => sender.gateway.state.inFlight === 5)

    await sender.gateway.drain()
    const outcomes = await Promise.all(sent)

    assert.isTrue(outcomes.every(({ kind }) => kind === 'sent'))
    assert.equal(sender.gateway.state.link, 'closed')
    assert.deepEqual(await sender.send('sonra'), { kind: 'throttled', status: 'no_link' })
  })

  test('never sends a training number out of the house', async ({ assert }) => {
    const outside = new Sender(2775, { host: 'sms.example.net' })
    const written: unknown[] = []
    await outside.gateway.send({ reference: '1', to: PHONE, text: 'bir' }, async (outcome) => {
      written.push(outcome)
    })
    assert.deepEqual(written, [{ kind: 'permanent', status: 'training_number_outside' }])
  })

  test('sends nothing that nobody wants any more', async ({ assert, ...context }) => {
    const centre = await openCentre(context)
    const sender = Sender.to(centre, context)
    const outcome = await sender.send('geç', { expiresAt: new Date(Date.now() - 1) })
    assert.deepEqual(outcome, { kind: 'permanent', status: 'expired' })
    assert.lengthOf(centre.messages(), 0)
  })
})
