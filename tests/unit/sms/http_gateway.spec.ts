import { test } from '@japa/runner'

import type { Outcome } from '../../../app/sms/gateway.ts'
import type { Log } from '../../../app/sms/log.ts'
import { RateLimit } from '../../../app/sms/flow/rate_limit.ts'
import { selfSigned } from '#tests/support/sms/certificate'
import { Client, Company, gatewayOver, says, yes, type Behaviour } from '#tests/support/sms/company'
import { until } from '#tests/support/sms/happened'
import { PHONE } from '#tests/support/sms/sender'

const NASTY = 'Başvurunuz "sonuçlandı" {password} {{}} \\ <b>&amp;</b> %00 🙂\nİğne ğşı\', "x":"y'

test.group('HTTP gateway', () => {
  test('brings a text to the company letter for letter', async ({ assert, ...context }) => {
    const company = await Company.open(context)
    const client = Client.of(company, context)

    const outcome = await client.send(NASTY)

    assert.equal(outcome.kind, 'sent')
    assert.match((outcome as { ids: string[] }).ids[0]!, /^job\d+$/)
    const [{ ref, ...body }] = company.bodies
    assert.deepEqual(body, { msg: NASTY, no: '5000000001', from: 'ACIKKAPI' })
    assert.match(ref, /^[0-9a-f]{1,32}$/)
    const { method, headers } = company.seen[0]!
    assert.equal(method, 'POST')
    assert.equal(headers['content-type'], 'application/json; charset=utf-8')
    const basic = Buffer.from('acikkapi:gizli-parola').toString('base64')
    assert.equal(headers.authorization, `Basic ${basic}`)
  })

  test('gives the place back when the company answers in another protocol', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'
    company.next.push((_, __, socket) => socket.write(upgrade))
    const client = Client.of(company, context)
    assert.equal((await client.send('bir')).kind, 'ambiguous')
    assert.equal(client.gateway.state.inFlight, 0)
    assert.equal((await client.send('iki')).kind, 'sent')
  })

  test('takes the marks off where a company has no Turkish', async ({ assert, ...context }) => {
    const company = await Company.open(context)
    const client = Client.of(company, context, { alphabet: 'plain' })
    await client.send('“Başvuru” — ğĞıİşŞç')
    assert.equal(company.bodies[0].msg, '"Basvuru" - gGiIsSc')
  })

  const sent = { kind: 'sent' } as const
  const ANSWERS: [string, ReturnType<typeof says>, { kind: Outcome['kind']; status?: string }][] = [
    ['yes', says(200, '{"code":"00","jobid":"7"}'), sent],
    ['a wrong account', says(406, '{"code":"30"}'), { kind: 'configuration', status: '30' }],
    ['no credit', says(406, '{"code":"80"}'), { kind: 'throttled', status: '80' }],
    ['a bad text', says(406, '{"code":"20"}'), { kind: 'permanent', status: '20' }],
    ['a code in no list', says(406, '{"code":"99"}'), { kind: 'temporary', status: '99' }],
    ['401', says(401), { kind: 'configuration', status: 'http_401' }],
    ['403', says(403, 'no'), { kind: 'temporary', status: 'http_403' }],
    ['404', says(404), { kind: 'configuration', status: 'http_404' }],
    ['422', says(422), { kind: 'permanent', status: 'http_422' }],
    ['408', says(408), { kind: 'temporary', status: 'http_408' }],
    ['429', says(429), { kind: 'throttled', status: 'http_429' }],
    ['500', says(500, '<html>'), { kind: 'temporary', status: 'http_500' }],
    ['503', says(503), { kind: 'temporary', status: 'http_503' }],
    [
      '503, come later',
      says(503, '', { 'retry-after': '0' }),
      { kind: 'throttled', status: 'http_503' },
    ],
    ['a proxy’s 502', says(502), { kind: 'ambiguous', status: 'http_502' }],
    ['a proxy’s 504', says(504), { kind: 'ambiguous', status: 'http_504' }],
    ['garbage', says(200, '\u0000\u0001{{{'), { kind: 'ambiguous', status: 'unforeseen_answer' }],
    ['nothing at all', says(200), { kind: 'ambiguous', status: 'unforeseen_answer' }],
    ['moved for good', says(301, '', { location: '/x' }), { kind: 'configuration' }],
    ['moved for now', says(302, '', { location: '/x' }), { kind: 'temporary' }],
  ]
  for (const [what, behaviour, expected] of ANSWERS) {
    test(`hears in “${what}”: ${expected.kind}`, async ({ assert, ...context }) => {
      const company = await Company.open(context)
      company.next.push(behaviour)
      const client = Client.of(company, context)
      assert.containsSubset(await client.send('Merhaba'), expected)
      // Also where it was sent elsewhere: no redirect is followed.
      assert.lengthOf(company.seen, 1)
    })
  }

  test('takes its own id where the company’s is missing or cannot be one', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    const client = Client.of(company, context)
    for (const jobid of [undefined, null, ['7'], 'ş'.repeat(9), 'x'.repeat(66), '']) {
      company.next.push(says(200, JSON.stringify({ code: '00', jobid })))
      const outcome = await client.send('Merhaba')
      assert.deepEqual(outcome, { kind: 'sent', ids: [company.bodies.at(-1).ref] })
    }
  })

  test('keeps an id of twenty digits as it is written', async ({ assert, ...context }) => {
    const company = await Company.open(context)
    const client = Client.of(company, context, { idPath: 'list.0.id' })
    company.next.push(says(200, '{"code":"00","list":[{"id":17377215342605050417}]}'))
    assert.deepEqual(await client.send('a'), { kind: 'sent', ids: ['17377215342605050417'] })
  })

  test('reads an id by a pattern', async ({ assert, ...context }) => {
    const company = await Company.open(context)
    const patterns = { success: /^200 OK/ }
    const settings = { patterns, idPath: undefined, idPattern: /^OK (\d+)/ }
    const client = Client.of(company, context, settings)
    company.next.push(says(200, 'OK 00123'))
    assert.deepEqual(await client.send('a'), { kind: 'sent', ids: ['123'] })
  })

  test('never takes a telephone for the word of a fault', async ({ assert, ...context }) => {
    const company = await Company.open(context)
    const client = Client.of(company, context, {
      patterns: { success: /^200 ok/, permanent: /^400 (.*)/ },
    })
    company.next.push(says(400, 'number 905000000001 Başvuru'))
    const { status } = (await client.send('a')) as { status: string }
    assert.notInclude(status, '5000000001')
    assert.match(status, /^[\w.-]+$/)
  })
})

test.group('HTTP gateway in trouble', () => {
  test('a message that found nobody was not tried, and waits until somebody is there', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    const client = Client.of(company, context)
    await client.send('bir')
    await company.close()

    assert.deepEqual(await client.send('iki'), { kind: 'throttled', status: 'no_link' })
    assert.equal(client.gateway.free, 0)
    assert.include(['idle', 'connecting'], client.gateway.state.link)
    assert.equal(client.gateway.state.lastFault!.status, 'ECONNREFUSED')

    await company.reopen()
    assert.equal((await client.send('iki')).kind, 'sent')
    assert.equal(client.gateway.state.link, 'bound')
    assert.deepEqual(
      company.bodies.map(({ msg }) => msg),
      ['bir', 'iki']
    )
  })

  test('says at the start when nobody is there', async ({ assert, ...context }) => {
    const client = Client.of({ url: 'http://127.0.0.1:1/send' }, context, {
      times: { alarm: 0 },
    })
    await until(() => client.gateway.state.alarm !== null)
    assert.deepEqual(client.gateway.state.alarm, { kind: 'noLink' })
    assert.equal(client.gateway.free, 0)
  })

  const BREAKS: Record<string, Behaviour> = {
    'before the answer': (_, __, socket) => socket.resetAndDestroy(),
    'half-way through the answer': (_, response, socket) => {
      response.writeHead(200, { 'content-length': 99 })
      response.write('{"code":"00"', () => socket.resetAndDestroy())
    },
    'by an answer that is no HTTP': (_, __, socket) => socket.end('SSH-2.0-x\r\n\r\n'),
    'by silence': () => {},
    'by an answer that never ends': (_, response) => {
      response.writeHead(200)
      response.write('{"code":"00"')
    },
  }
  for (const [how, behaviour] of Object.entries(BREAKS)) {
    test(`broken off ${how}, a message may have been sent`, async ({ assert, ...context }) => {
      const company = await Company.open(context)
      company.next.push(behaviour)
      const client = Client.of(company, context)
      const { kind } = await client.send('Merhaba')
      assert.equal(kind, 'ambiguous')
      assert.isNotNull(client.gateway.state.lastFault)
      assert.equal(client.gateway.free, 0)
      assert.equal((await client.send('Merhaba')).kind, 'sent')
    })
  }

  test('broken off after the answer, a message is sent', async ({ assert, ...context }) => {
    const company = await Company.open(context)
    company.next.push((seen, response, socket) => {
      response.on('finish', () => socket.resetAndDestroy())
      yes(seen, response, socket)
    })
    const client = Client.of(company, context)
    assert.equal((await client.send('Merhaba')).kind, 'sent')
    assert.equal((await client.send('yine')).kind, 'sent')
  })

  test('an answer as long as a book is read to a point', async ({ assert, ...context }) => {
    const company = await Company.open(context)
    company.next.push(says(200, `{"code":"00","x":"${'y'.repeat(10_000_000)}"}`))
    const client = Client.of(company, context)
    assert.equal((await client.send('Merhaba')).kind, 'sent')
  })

  test('a throttle costs no try, and what waits goes on after it', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    company.next.push(says(429))
    const client = Client.of(company, context)
    assert.deepEqual(await client.send('bir'), { kind: 'throttled', status: 'http_429' })
    assert.equal(client.gateway.free, 0)
    assert.equal(client.gateway.state.link, 'bound')
    assert.equal((await client.send('bir')).kind, 'sent')
  })

  for (const [header, least] of [
    ['20', 20_000],
    ['999999', 60_000],
    ['Thu, 01 Jan 2015 00:00:00 GMT', 0],
    ['soon', 0],
  ] as const) {
    test(`a throttle is as long as the company says, a minute at most: ${header}`, async ({
      assert,
      ...context
    }) => {
      const company = await Company.open(context)
      company.next.push(says(429, '', { 'retry-after': header }))
      const client = Client.of(company, context)
      const waits: number[] = []
      const { throttle } = (client.gateway as any).session.window
      throttle.begin = (atLeast: number) => waits.push(atLeast)
      await client.send('bir')
      assert.deepEqual(waits, [least])
    })
  }

  test('a throttle without an end calls for somebody', async ({ assert, ...context }) => {
    const company = await Company.open(context)
    company.always = says(406, '{"code":"80"}')
    const client = Client.of(company, context, { times: { alarm: 0 } })
    await client.send('bir')
    assert.deepEqual(client.gateway.state.alarm, { kind: 'throttled', status: '80' })

    company.always = () => {}
    const silent = Client.of(company, context, { times: { alarm: 0, response: 20 } })
    await silent.send('bir')
    assert.deepEqual(silent.gateway.state.alarm, {
      kind: 'throttled',
      status: 'no_answer_in_time',
    })
  })

  test('what a throttle called for is over when something is taken again', async (context) => {
    const { assert } = context
    const company = await Company.open(context)
    company.next.push(says(406, '{"code":"80"}'))
    const client = Client.of(company, context, { times: { alarm: 0 } })
    await client.send('bir')
    assert.equal(client.gateway.state.alarm!.kind, 'throttled')
    assert.equal((await client.send('iki')).kind, 'sent')
    assert.isNull(client.gateway.state.alarm)
  })

  test('an unclear answer calls for nobody when the next one is clear', async (context) => {
    const { assert } = context
    const company = await Company.open(context)
    company.next.push(says(200, '<html>Bakımdayız</html>'))
    const client = Client.of(company, context)
    await client.send('bir')
    assert.deepEqual(client.gateway.state.alarm, { kind: 'unclear' })
    assert.equal((await client.send('iki')).kind, 'sent')
    assert.isNull(client.gateway.state.alarm)
  })

  test('a wrong setting calls for somebody also when what was under way is taken', async (context) => {
    const { assert } = context
    const company = await Company.open(context)
    const held = heldBack(company)
    const client = Client.of(company, context)
    const first = client.send('bir')
    await until(() => held.length === 1)
    company.always = says(401)
    await client.send('iki')
    held[0]!()
    assert.equal((await first).kind, 'sent')
    assert.deepEqual(client.gateway.state.alarm, { kind: 'setting', status: 'http_401' })
  })

  test('a wrong setting stops the gateway, and starting it again tries anew', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    company.next.push(says(401))
    const client = Client.of(company, context)
    await client.send('bir')
    assert.equal(client.gateway.state.link, 'closed')
    assert.deepEqual(client.gateway.state.alarm, { kind: 'setting', status: 'http_401' })
    assert.equal(client.gateway.free, 0)

    await until(() => (client.gateway.start(), client.gateway.state.link === 'bound'))
    assert.isNull(client.gateway.state.alarm)
    assert.equal((await client.send('bir')).kind, 'sent')
  })

  test('an answer that says neither yes nor no calls for somebody', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    company.next.push(says(200, '<html>Bakımdayız</html>'))
    const client = Client.of(company, context)
    await client.send('bir')
    assert.deepEqual(client.gateway.state.alarm, { kind: 'unclear' })
    assert.equal(client.gateway.state.link, 'bound')
  })
})

test.group('HTTP gateway: how much at once', () => {
  test('never more than the window, and a place is kept until the outcome is written', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    const held = heldBack(company)
    const client = Client.of(company, context, { window: 3 })
    const sending = Array.from({ length: 30 }, (_, n) => client.send(`metin ${n}`))
    for (let answered = 0; answered < 30; answered++) {
      await until(() => held.length === Math.min(3, 30 - answered))
      assert.isAtMost(client.gateway.state.inFlight, 3)
      held.shift()!()
    }
    await Promise.all(sending)
    assert.lengthOf(company.seen, 30)

    company.always = yes
    const written = Promise.withResolvers<void>()
    const first = client.gateway.send(sms('son'), () => written.promise)
    await until(() => company.seen.length === 31)
    assert.equal(client.gateway.state.inFlight, 1)
    assert.equal(client.gateway.free, 2)
    written.resolve()
    await first
    assert.equal(client.gateway.free, 3)
  })

  test('no faster than the company allows', async ({ assert, ...context }) => {
    const waits: number[] = []
    let now = 0
    const clock = {
      now: () => now,
      sleep: async (wait: number) => {
        waits.push(wait)
        now += wait
      },
    }
    const company = await Company.open(context)
    const client = Client.of(company, context, { rate: 2 })
    Object.assign((client.gateway as any).session.window, { rateLimit: new RateLimit(2, clock) })
    for (let n = 0; n < 6; n++) await client.send(`metin ${n}`)
    assert.deepEqual(waits, [510, 510, 510, 510, 510])
  })

  test('an outcome is offered again when it could not be written down', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    const client = Client.of(company, context)
    await client.gateway.room()
    let tries = 0
    await client.gateway.send(sms('bir'), async () => {
      tries += 1
      if (tries === 1) throw new Error('the database is away')
    })
    assert.equal(tries, 2)
    assert.lengthOf(company.seen, 1)
  })

  test('finishes what is under way before it goes, and takes nothing more', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    const held = heldBack(company)
    const client = Client.of(company, context)
    const sending = Array.from({ length: 3 }, () => client.send('Merhaba'))
    await until(() => held.length === 3)

    const drained = client.gateway.drain()
    assert.equal(client.gateway.state.link, 'draining')
    for (const answer of held) answer()
    await drained

    assert.isTrue((await Promise.all(sending)).every(({ kind }) => kind === 'sent'))
    assert.equal(client.gateway.state.link, 'closed')
    assert.deepEqual(await client.send('sonra'), { kind: 'throttled', status: 'no_link' })
  })

  test('does not wait for ever for a company that says nothing', async ({ assert, ...context }) => {
    const company = await Company.open(context)
    company.always = () => {}
    const times = { response: 60_000, drain: 20 }
    const client = Client.of(company, context, { times })
    const sending = client.send('Merhaba')
    await until(() => company.seen.length === 1)
    await client.gateway.drain()
    assert.deepEqual(await sending, { kind: 'ambiguous', status: 'drained' })
  })
})

test.group('HTTP gateway: what it may not do', () => {
  test('sends no training number out of the house, and opens no connection for it', async ({
    assert,
    ...context
  }) => {
    const company = await Company.open(context)
    // Not a name of this machine, although it leads to it.
    const outside = gatewayOver({ url: company.url.replace('127.0.0.1', '0.0.0.0') })
    const outcome = Promise.withResolvers<Outcome>()
    await outside.send(sms('bir'), async (what) => outcome.resolve(what))
    assert.deepEqual(await outcome.promise, {
      kind: 'permanent',
      status: 'training_number_outside',
    })
    assert.equal(company.connections, 0)
  })

  test('sends nothing that nobody wants any more', async ({ assert, ...context }) => {
    const company = await Company.open(context)
    const client = Client.of(company, context)
    const outcome = await client.send('geç', { expiresAt: new Date(Date.now() - 1) })
    assert.deepEqual(outcome, { kind: 'permanent', status: 'expired' })
    assert.lengthOf(company.seen, 0)
  })

  test('speaks to nobody whose certificate it does not trust', async ({ assert, ...context }) => {
    const company = await Company.open(context, selfSigned())
    const client = Client.of(company, context)
    await until(() => client.gateway.state.lastFault !== null)
    assert.equal(client.gateway.state.lastFault!.status, 'DEPTH_ZERO_SELF_SIGNED_CERT')
    assert.equal(client.gateway.free, 0)
    assert.lengthOf(company.seen, 0)
  })

  test('trusts the authority that it is given', async ({ assert, ...context }) => {
    const certificate = selfSigned()
    const company = await Company.open(context, certificate)
    const client = Client.of(company, context, { ca: certificate.cert })
    assert.equal((await client.send('Merhaba')).kind, 'sent')
  })

  test('logs neither password nor number nor text', async ({ assert, ...context }) => {
    const lines: string[] = []
    const note = (data: object, message: string) => void lines.push(JSON.stringify([data, message]))
    const log: Log = { info: note, warn: note, error: note }
    const company = await Company.open(context)
    const url = `${company.url}?password={password}&to={msisdn}`
    const client = Client.with(
      gatewayOver({ url }, { body: undefined, method: 'GET' }, log),
      context
    )
    const said = JSON.stringify({ code: '20', to: PHONE, text: 'gizli metin' })
    company.next.push(
      says(406, said),
      (_, __, socket) => socket.resetAndDestroy(),
      says(200, said.replace('20', '??')),
      says(401, said)
    )
    for (let n = 0; n < 4; n++) await client.send('gizli metin')
    assert.isAbove(lines.length, 4)
    for (const secret of ['gizli', '5000000001']) assert.notInclude(lines.join(''), secret)
  })
})

/** The company takes everything and says yes only when each of these is called. */
function heldBack(company: Company) {
  const held: (() => void)[] = []
  company.always = (...all) => void held.push(() => yes(...all))
  return held
}

function sms(text: string) {
  return { reference: '1', to: PHONE, text }
}
