import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import settings from '#config/sms'
import { smsGateways, Worker } from '#notification'
import { gatewaySettings } from '../../../app/notification/gateway_settings.ts'
import { LogGateway } from '../../../app/notification/gateways/log.ts'
import { SmppGateway } from '../../../app/notification/gateways/smpp.ts'
import { SILENT } from '../../../app/notification/smpp/log.ts'

const given = (gateways: string, written: Record<string, string> = {}) => ({
  ...settings,
  gateways,
  setting: (name: string) => written[name],
})

test.group('Which gateways', () => {
  test('are those that the settings name, in that order', ({ assert }) => {
    const [first, second] = smsGateways(given('turk:smpp, log'), SILENT)
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

  test('refuse at start a sender name that no operator registers')
    .with(['Açık Kapı', 'ACIKKAPI EDREMIT', 'ĞĞĞĞ', 'AK'])
    .run(({ assert }, sender) => {
      const make = () => smsGateways(given('smpp', { SMPP_SENDER: sender }), SILENT)
      assert.throws(make, /sender name has 3 to 11 letters/)
    })

  test('have one worker for the whole process', async ({ assert }) => {
    const worker = await app.container.make(Worker)
    assert.strictEqual(await app.container.make(Worker), worker)
  })
})
