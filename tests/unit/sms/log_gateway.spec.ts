import { test } from '@japa/runner'

import { type Receipt } from '../../../app/sms/gateway.ts'
import { LogGateway } from '../../../app/sms/gateways/log.ts'
import { PHONE } from '#tests/support/sms/sender'

test.group('Log gateway', () => {
  test('says that a message arrived, after it was written down as sent', async ({ assert }) => {
    const gateway = new LogGateway()
    const told: string[] = []
    const receipts: Receipt[] = []
    gateway.onReceipt(async (receipt) => {
      told.push(receipt.state)
      receipts.push(receipt)
    })
    gateway.start()
    await gateway.room()

    await gateway.send({ reference: '1', to: PHONE, text: 'Merhaba' }, async (outcome) => {
      told.push(outcome.kind)
      assert.equal(gateway.state.inFlight, 1)
    })

    assert.deepEqual(told, ['sent', 'delivered'])
    assert.equal(receipts[0]!.to, PHONE)
    assert.equal(gateway.state.inFlight, 0)
  })

  test('writes neither the number nor the text into the log', async ({ assert }) => {
    const lines: unknown[] = []
    const note = (...line: unknown[]) => void lines.push(line)
    const gateway = new LogGateway({ name: 'log' }, { info: note, warn: note, error: note })
    gateway.start()
    await gateway.send({ reference: 'r-17', to: PHONE, text: 'gizli söz' }, async () => {})

    const written = JSON.stringify(lines)
    assert.include(written, 'r-17')
    assert.notMatch(written, /905000|gizli/)
  })

  test('takes nothing before it is started and after it is drained', async ({ assert }) => {
    const gateway = new LogGateway()
    assert.equal(gateway.free, 0)
    gateway.start()
    assert.isAbove(gateway.free, 0)
    await gateway.drain()
    assert.equal(gateway.free, 0)
  })
})
