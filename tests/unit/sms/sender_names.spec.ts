import { test } from '@japa/runner'

import { Client, Company, gatewayOver, says, yes, type Behaviour } from '#tests/support/sms/company'
import { until } from '#tests/support/sms/happened'
import { openCentre, Sender } from '#tests/support/sms/sender'

const REFUSED = { sender: 'KOMSUOVA' }
const LONG = 'Uzun bir açıklama. '.repeat(12).trim()

/** The operator knows the gateway's own name and not the other one. */
const UNREGISTERED = { refuse: { status: 0x0a, which: { every: 1 }, from: 'KOMSUOVA' } }

const unregistered: Behaviour = (seen, ...answer) => {
  const behave = JSON.parse(seen.body).from === 'KOMSUOVA' ? says(406, '{"code":"30"}') : yes
  behave(seen, ...answer)
}

/** What the log would call an error. */
function errors() {
  const lines: object[] = []
  const error = (data: object, message: string) => lines.push({ ...data, message })
  return { lines, log: { info() {}, warn() {}, error } }
}

test.group('A sender name that the operator refuses', () => {
  test('over SMPP stops nobody: the text leaves under the gateway’s', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context, { faults: UNREGISTERED })
    const sender = Sender.to(centre, context)

    assert.deepEqual(await sender.send('bir', REFUSED), { kind: 'sent', ids: ['1'] })
    assert.equal((await sender.send('iki', { sender: 'ORNEKOVA' })).kind, 'sent')

    const { link, alarm, lastFault } = sender.gateway.state
    assert.deepEqual([link, alarm, lastFault], ['bound', null, null])
    assert.deepEqual(
      centre.messages().map(({ text, from }) => [text, from]),
      [
        ['bir', 'ACIKKAPI'],
        ['iki', 'ORNEKOVA'],
      ]
    )
  })

  test('is no name of a long text’s first part either', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { faults: UNREGISTERED })
    const sender = Sender.to(centre, context)
    assert.deepEqual(await sender.send(LONG, REFUSED), { kind: 'sent', ids: ['1', '2'] })
    assert.deepEqual(
      centre.messages().map(({ text, from }) => [text, from]),
      [[LONG, 'ACIKKAPI']]
    )
  })

  test('costs a second submit once, and again after a new start', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    company.always = unregistered
    const { lines, log } = errors()
    const client = Client.with(gatewayOver(company, {}, log), context)
    const { gateway } = client
    const names = () => company.bodies.map(({ from }) => from)

    for (const text of ['bir', 'iki']) assert.equal((await client.send(text, REFUSED)).kind, 'sent')
    assert.deepEqual(names(), ['KOMSUOVA', 'ACIKKAPI', 'ACIKKAPI'])
    assert.equal(gateway.state.link, 'bound')
    assert.isNull(gateway.state.alarm)
    assert.lengthOf(lines, 1)
    assert.containsSubset(lines, [{ sender: 'KOMSUOVA', status: '30' }])

    await gateway.drain()
    gateway.start()
    assert.equal((await client.send('üç', REFUSED)).kind, 'sent')
    assert.deepEqual(names().slice(3), ['KOMSUOVA', 'ACIKKAPI'])
  })

  test('together with the gateway’s own is a wrong setting, which stops it', async ({
    assert,
    ...context
  }) => {
    const faults = { refuse: { status: 0x0a, which: { first: 2 } } }
    const centre = await openCentre(context, { faults })
    const sender = Sender.to(centre, context)
    const { gateway } = sender
    const status = 'ESME_RINVSRCADR'

    assert.deepEqual(await sender.send('bir', REFUSED), { kind: 'configuration', status })
    await until(() => gateway.state.link === 'closed')
    assert.deepEqual(gateway.state.alarm, { kind: 'setting', status })
    assert.lengthOf(centre.messages(), 0)

    gateway.start()
    assert.equal((await sender.send('iki')).kind, 'sent', 'both names were asked for')
  })

  test('when it is the gateway’s own is a wrong setting at once', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    company.always = says(406, '{"code":"30"}')
    const client = Client.of(company, context)
    const outcome = await client.send('bir', { sender: 'ACIKKAPI' })
    assert.deepEqual(outcome, { kind: 'configuration', status: '30' })
    assert.equal(client.gateway.state.link, 'closed')
    assert.lengthOf(company.seen, 1)
  })

  test('since no operator registers such a name is never tried: {$self}')
    .with(['Kömşuova', 'AB', 'KOMSUOVA KAYMAKAMLIGI'])
    .run(async ({ assert, ...context }, sender) => {
      const company = await Company.open(context)
      const { lines, log } = errors()
      const client = Client.with(gatewayOver(company, {}, log), context)
      for (const text of ['bir', 'iki']) {
        assert.equal((await client.send(text, { sender })).kind, 'sent')
      }
      assert.deepEqual(
        company.bodies.map(({ from }) => from),
        ['ACIKKAPI', 'ACIKKAPI']
      )
      assert.lengthOf(lines, 1)
    })
})
