import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import settings from '#config/sms'
import { SmsGateway, smsGateway, Worker, type SmsSettings } from '#notification'
import { LogGateway } from '../../../app/notification/gateways/log.ts'
import { SmppGateway } from '../../../app/notification/gateways/smpp.ts'
import { SILENT } from '../../../app/notification/smpp/log.ts'

const given = settings as SmsSettings

test.group('Which gateway', () => {
  test('is the one that the settings name', ({ assert }) => {
    assert.instanceOf(smsGateway({ ...given, gateway: 'log' }, SILENT), LogGateway)
    assert.instanceOf(smsGateway({ ...given, gateway: 'smpp' }, SILENT), SmppGateway)
  })

  test('refuses at start a sender name that no operator registers', ({ assert }) => {
    const smpp = { ...given.smpp, sender: 'Açık Kapı' }
    assert.throws(() => smsGateway({ ...given, gateway: 'smpp', smpp }, SILENT), /sender name/)
  })

  test('is one for the whole process, and sends nothing by itself in a test', async ({
    assert,
  }) => {
    const gateway = await app.container.make(SmsGateway)
    assert.strictEqual(await app.container.make(SmsGateway), gateway)
    assert.instanceOf(await app.container.make(Worker), Worker)
    assert.equal(gateway.state.link, 'idle')
  })
})
