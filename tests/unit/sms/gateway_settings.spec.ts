import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import settings from '#config/sms'
import env from '#start/env'
import { Worker } from '#notification'
import { HttpGateway } from '../../../app/sms/gateways/http.ts'
import { KannelGateway } from '../../../app/sms/gateways/kannel.ts'
import { LogGateway } from '../../../app/sms/gateways/log.ts'
import { SmppGateway } from '../../../app/sms/gateways/smpp.ts'
import { configuredGateways } from '../../../app/sms/gateways/configured.ts'
import { SILENT } from '../../../app/sms/log.ts'
import { gatewaySettings } from '../../../app/sms/settings/gateway_settings.ts'

const setting = (gateways: string, written: Record<string, string> = {}) => ({
  ...settings,
  gateways,
  setting: (name: string) => written[name],
})

test.group('Which gateways', () => {
  test('are those that the settings name, in that order', ({ assert }) => {
    const [first, second] = configuredGateways(setting('turk:smpp, log'), SILENT)
    assert.instanceOf(first, SmppGateway)
    assert.instanceOf(second, LogGateway)
    assert.deepEqual([first!.name, second!.name], ['turk', 'log'])
  })

  test('each read their own settings, by their name', ({ assert }) => {
    const written = { TURK_HOST: '10.0.0.1', YEDEK_PORT: '2999', TURK_TLS: 'true' }
    const [turk, spare] = gatewaySettings('turk:smpp,yedek:smpp', (name) => written[name as never])
    assert.containsSubset(turk, { host: '10.0.0.1', port: 2775, tls: true, window: 10 })
    assert.containsSubset(spare, { host: '127.0.0.1', port: 2999, tls: false })
  })

  test('refuse at start what cannot be: {why}')
    .with([
      { why: 'none at all', list: ' ', words: /names no gateway/ },
      { why: 'an unknown kind', list: 'pigeon', words: /no gateway of the kind pigeon; the kinds/ },
      { why: 'one name twice', list: 'a:smpp,a:log', words: /names a twice/ },
      { why: 'a name with a space', list: 'my op:smpp', words: /small letters and digits/ },
      ...['mail', 'db', 'smtp', 'sms'].map((name) => ({
        why: `a name that is the house’s own, ${name}`,
        list: `${name}:smpp`,
        words: new RegExp(`no gateway may be called ${name}, the house itself uses that name`),
      })),
      {
        why: 'half a message',
        list: 'smpp',
        words: /SMPP_WINDOW must be a whole number, not 1\.5/,
      },
      {
        why: 'a base of no ids',
        list: 'yedek:smpp',
        words: /YEDEK_RECEIPT_IDS must be one of exact/,
      },
    ])
    .run(({ assert }, { list, words }) => {
      const written = { SMPP_WINDOW: '1.5', YEDEK_RECEIPT_IDS: 'octal' }
      assert.throws(() => gatewaySettings(list, (name) => written[name as never]), words)
    })

  const SECRET = 'K'.repeat(32)
  const KANNEL = {
    KANNEL_USERNAME: 'acik',
    KANNEL_PASSWORD: 'kapi',
    KANNEL_HOOK_SECRET: SECRET,
    PORT: '3444',
  }
  const NETGSM = {
    NETGSM_PRESET: 'netgsm',
    NETGSM_USERNAME: '8500000000',
    NETGSM_PASSWORD: 'gizli',
    NETGSM_HOOK_SECRET: SECRET,
    NETGSM_HOOK_FROM: '192.0.2.0/24, 2001:db8::1',
  }
  const read = (list: string, written: Record<string, string>) =>
    gatewaySettings(list, (name) => written[name])[0]!

  test('tell Kannel where to report: to this server, under a secret', ({ assert }) => {
    const kannel = read('kannel', KANNEL)
    assert.containsSubset(kannel, {
      url: 'http://127.0.0.1:13013/cgi-bin/sendsms',
      alphabet: 'locking',
      window: 10,
      reportTo: `http://127.0.0.1:3444/sms/rapor/kannel/${SECRET}`,
    })
    assert.deepEqual((kannel as any).webhook.from, ['127.0.0.1', '::1'])
    assert.instanceOf(configuredGateways(setting('kannel', KANNEL), SILENT)[0], KannelGateway)
  })

  test('tell Kannel where to report also when the house’s own settings say the port', ({
    assert,
    cleanup,
  }) => {
    const { PORT, ...written } = KANNEL
    Object.assign(process.env, written)
    cleanup(() => {
      for (const name of Object.keys(written)) delete process.env[name]
    })
    const [kannel] = gatewaySettings('kannel', settings.setting)
    const reportTo = `http://127.0.0.1:${env.get('PORT')}/sms/rapor/kannel/${SECRET}`
    assert.containsSubset(kannel, { username: 'acik', reportTo })
  })

  test('take a company by its ready settings, and what is written before them', ({ assert }) => {
    const ready = read('netgsm:http', NETGSM)
    assert.containsSubset(ready, {
      url: 'https://api.netgsm.com.tr/sms/rest/v2/send',
      idPath: 'jobid',
      headers: { authorization: 'Basic {basic}' },
    })
    const changed = read('netgsm:http', {
      ...NETGSM,
      NETGSM_URL: 'https://sms.example/v3',
      NETGSM_PER_SECOND: '4',
      NETGSM_TIMEOUT: '9',
      NETGSM_HEADERS: '{"x-key":"{basic}"}',
    })
    assert.containsSubset(changed, {
      url: 'https://sms.example/v3',
      rate: 4,
      times: { response: 9_000 },
      headers: { 'x-key': '{basic}' },
    })
    assert.instanceOf(configuredGateways(setting('netgsm:http', NETGSM), SILENT)[0], HttpGateway)
  })

  test('send fifty a second, or as fast as the window lets where that is written', ({ assert }) => {
    const perSecondOf = (written: Record<string, string>) =>
      (read('smpp', written) as { perSecond?: number }).perSecond
    assert.equal(perSecondOf({}), 50)
    assert.equal(perSecondOf({ SMPP_PER_SECOND: '20' }), 20)
    assert.isUndefined(perSecondOf({ SMPP_PER_SECOND: 'window' }))
    assert.equal((read('netgsm:http', NETGSM) as { rate?: number }).rate, 50)
    const verimor = { ...NETGSM, NETGSM_PRESET: 'verimor' }
    assert.equal((read('netgsm:http', verimor) as { rate?: number }).rate, 2)
  })

  const FIRMA = {
    FIRMA_URL: 'https://sms.example/send',
    FIRMA_SUCCESS: '^200 ok',
    FIRMA_BODY: '{"m":"{text}"}',
  }
  const WRONG: [string, Record<string, string>, RegExp][] = [
    ['kannel', { KANNEL_USERNAME: '' }, /KANNEL_USERNAME is missing/],
    ['kannel', { KANNEL_HOOK_SECRET: '' }, /KANNEL_HOOK_SECRET is missing/],
    ['kannel', { KANNEL_HOOK_SECRET: 'kisa' }, /at least 32 letters/],
    ['kannel', { KANNEL_HOOK_SECRET: `${SECRET}/..` }, /at least 32 letters/],
    ['kannel', { KANNEL_HOOK_FROM: 'kannel' }, /KANNEL_HOOK_FROM is wrong: kannel is neither/],
    ['kannel', { KANNEL_HOOK_FROM: '10.0.0.0/33' }, /10\.0\.0\.0\/33 is neither/],
    ['kannel', { KANNEL_HOOK_URL: 'here' }, /must be the address of this server/],
    ['kannel', { KANNEL_ALPHABET: 'single' }, /must be one of locking, ucs2, plain/],
    ['kannel', { KANNEL_URL: 'ftp://x' }, /KANNEL_URL must be http/],
    ['kannel', { KANNEL_URL: 'http://u:p@host/' }, /without a name or a password/],
    ['kannel', { KANNEL_WINDOW: '0' }, /KANNEL_WINDOW must be at least 1/],
    ['kannel', { KANNEL_TIMEOUT: '0' }, /KANNEL_TIMEOUT must be at least 1/],
    ['smpp', { SMPP_WINDOW: '0' }, /SMPP_WINDOW must be at least 1/],
    ['smpp', { SMPP_PER_SECOND: '0' }, /SMPP_PER_SECOND must be a whole number above 0, or window/],
    [
      'smpp',
      { SMPP_PER_SECOND: 'fast' },
      /SMPP_PER_SECOND must be a whole number above 0, or window/,
    ],
    ['smpp', { SMPP_PORT: '0' }, /SMPP_PORT must be at least 1/],
    ['firma:http', { FIRMA_URL: '' }, /FIRMA_URL must be http/],
    ['firma:http', { FIRMA_URL: 'http://sms.example' }, /must begin with https/],
    ['firma:http', { FIRMA_SUCCESS: '' }, /FIRMA_SUCCESS must say how an answer looks/],
    ['firma:http', { FIRMA_SUCCESS: '(' }, /FIRMA_SUCCESS must be a regular expression/],
    ['firma:http', { FIRMA_BODY: '{"m":{text}}' }, /FIRMA_BODY must be JSON/],
    ['firma:http', { FIRMA_HEADERS: 'x: y' }, /FIRMA_HEADERS must be JSON/],
    ['firma:http', { FIRMA_HEADERS: '{"x":1}' }, /FIRMA_HEADERS must be JSON/],
    ['firma:http', { FIRMA_HEADERS: '{"x":"{text}"}' }, /FIRMA_HEADERS may hold/],
    ['firma:http', { FIRMA_METHOD: 'SEND' }, /FIRMA_METHOD must be one of/],
    ['firma:http', { FIRMA_HOOK_SECRET: SECRET }, /FIRMA_HOOK_FROM must name the addresses/],
    ['firma:http', { FIRMA_PRESET: 'baska' }, /FIRMA_PRESET must be one of none, netgsm, verimor/],
    ['netgsm:http', { NETGSM_PASSWORD: '' }, /NETGSM_PASSWORD is missing/],
  ]
  for (const [list, change, words] of WRONG) {
    test(`refuse at start ${JSON.stringify(change)}`, ({ assert }) => {
      const written = { ...KANNEL, ...NETGSM, ...FIRMA, ...change }
      assert.throws(() => read(list, written), words)
    })
  }

  test('repeat no secret when something is wrong with it', ({ assert }) => {
    const almost = 'S3cret'.repeat(5)
    try {
      read('kannel', { ...KANNEL, KANNEL_HOOK_SECRET: almost })
      assert.fail('taken')
    } catch (error) {
      assert.notInclude((error as Error).message, 'S3cret')
    }
  })

  test('speak to another machine without TLS only where somebody says so: {list}')
    .with([
      {
        list: 'turk:smpp',
        written: { TURK_HOST: 'smpp.example' },
        words: /^TURK_TLS must be true/,
      },
      {
        list: 'kannel',
        written: { ...KANNEL, KANNEL_URL: 'http://10.0.0.7:13013/cgi-bin/sendsms' },
        words: /^KANNEL_URL must begin with https:\/\/, unless TLS is set to false/,
      },
      {
        list: 'kannel',
        written: { ...KANNEL, KANNEL_HOOK_URL: 'http://10.0.0.8:3333' },
        words: /^KANNEL_HOOK_URL must begin with https:/,
      },
    ])
    .run(({ assert }, { list, written, words }) => {
      assert.throws(() => read(list, written as Record<string, string>), words)
      const name = list.split(':')[0]!.toUpperCase()
      assert.doesNotThrow(() => read(list, { ...written, [`${name}_TLS`]: 'false' } as never))
    })

  test('speak to a company without TLS only where somebody says so', ({ assert }) => {
    const plain = { ...FIRMA, FIRMA_URL: 'http://sms.example' }
    assert.equal((read('firma:http', { ...plain, FIRMA_TLS: 'false' }) as any).url, plain.FIRMA_URL)
    const here = { ...FIRMA, FIRMA_URL: 'http://127.0.0.1:1/{national}' }
    assert.equal((read('firma:http', here) as any).url, here.FIRMA_URL)
  })

  test('refuse at start a sender name that no operator registers')
    .with(['Açık Kapı', 'ACIKKAPI EDREMIT', 'ĞĞĞĞ', 'AK'])
    .run(({ assert }, sender) => {
      const make = () => configuredGateways(setting('smpp', { SMPP_SENDER: sender }), SILENT)
      assert.throws(make, /sender name has 3 to 11 letters/)
    })

  test('have one worker for the whole process', async ({ assert }) => {
    const worker = await app.container.make(Worker)
    assert.strictEqual(await app.container.make(Worker), worker)
  })
})
