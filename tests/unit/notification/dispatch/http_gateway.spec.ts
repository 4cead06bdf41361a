import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { gatewaySettings } from '#sms'
import { district } from '#tests/support/databases/district'
import { Webhooks } from '../../../../app/notification/receipts/webhooks.ts'
import { MessagePart } from '../../../../app/notification/models/message_part.ts'
import { Company, gatewayOver, says } from '#tests/support/sms/company'
import {
  becomes,
  dueNow,
  eventually,
  openDispatcher,
  received,
} from '#tests/support/notification/dispatching'

const SECRET = 'firma'.padEnd(32, 'x')

/** The web process, which writes down what the company reports. */
function webhook() {
  const written: Record<string, string> = {
    FIRMA_URL: 'https://sms.example/',
    FIRMA_SUCCESS: '^200',
    FIRMA_HOOK_SECRET: SECRET,
    FIRMA_HOOK_FROM: '127.0.0.1',
  }
  const webhooks = new Webhooks(gatewaySettings('firma:http', (name) => written[name]))
  return webhooks.open('firma', SECRET, '::ffff:127.0.0.1')!
}

test.group('From the outbox through a company', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('a text arrives, and the report of another process says so', async (context) => {
    const { assert } = context
    const company = await Company.open(context)
    openDispatcher(gatewayOver(company), context)
    const { petition, secret, message } = await received()
    const sent = await becomes('sent', message)
    assert.isNull(sent.sealed)
    const [{ msg, no }] = company.bodies
    assert.include(msg, petition.shownNumber)
    assert.include(msg, secret.text)
    assert.equal(no, '5000123456')

    const { remoteId: id } = await MessagePart.findByOrFail('messageId', message.id)
    assert.isTrue(await webhook().take({ id, status: 'DELIVRD', to: '905000123456' }))
    const { gateway, attempts } = await becomes('delivered', message)
    assert.deepEqual([gateway, attempts], ['firma', 1])
  })

  test('while nobody is there a text waits, and no try is counted', async (context) => {
    const { assert } = context
    const company = await Company.open(context)
    const gateway = gatewayOver(company)
    openDispatcher(gateway, context)
    await becomes('sent', (await received()).message)
    await company.close()
    const { message } = await received()
    await becomes('waiting', message)
    const { message: later } = await received()
    await eventually(() => gateway.free === 0)
    await company.reopen()

    const sent = [await becomes('sent', message), await becomes('sent', later)]
    assert.deepEqual(
      sent.map(({ attempts }) => attempts),
      [1, 1]
    )
    assert.lengthOf(company.seen, 3)
  })

  test('what may have been sent is tried again, and counted', async (context) => {
    const { assert } = context
    const company = await Company.open(context)
    company.next.push((_, __, socket) => socket.resetAndDestroy())
    openDispatcher(gatewayOver(company), context)
    const { message } = await received()
    const waiting = await becomes('waiting', message)
    assert.deepEqual([waiting.attempts, waiting.boundTo], [1, 'firma'])
    await dueNow(message)
    assert.equal((await becomes('sent', message)).attempts, 2)
  })

  test('a wrong account keeps the queue and waits for a person', async (context) => {
    const { assert } = context
    const company = await Company.open(context)
    company.always = says(401)
    const gateway = gatewayOver(company)
    openDispatcher(gateway, context)
    const waiting = await becomes('waiting', (await received()).message)
    assert.equal(waiting.attempts, 0)
    await eventually(() => gateway.state.link === 'closed')
    assert.deepEqual(gateway.state.alarm, { kind: 'setting', status: 'http_401' })
    assert.lengthOf(company.seen, 1)
  })
})
