import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { Petition } from '#intake'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { WakeUp } from '#shared/wake_up'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'
import { outboxWakeUp } from '../../../../app/notification/dispatch/wake_up.ts'
import { Message } from '../../../../app/notification/models/message.ts'

const FOR_EVER = 1_000_000
const phone = PhoneNumber.parse('0500 012 34 56')

test.group('The wake-up of the outbox', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('rings when a message can be seen', async ({ assert, cleanup }) => {
    const ear = connected(cleanup)
    const seen = ear.heard(FOR_EVER).then(() => Message.all())
    await Petition.receive(details({ phone }))
    assert.lengthOf(await seen, 1)
  })

  test('is silent when the step is rolled back', async ({ assert, cleanup }) => {
    const { petition } = await Petition.receive(details({ phone }))
    let rung = false
    const ear = connected(cleanup)
    const heard = ear.heard(FOR_EVER).then(() => (rung = true))
    const conclusion = transaction(async (trx) => {
      await petition.conclude('informed', 'Yol onarıldı.', {}, trx)
      throw new Error('the lights went out')
    })
    await assert.rejects(() => conclusion, 'the lights went out')
    assert.isFalse(rung)
    ear.ring()
    await heard
  })
})

function connected(cleanup: TestContext['cleanup']) {
  const ear = new WakeUp()
  outboxWakeUp.connect(ear)
  cleanup(() => outboxWakeUp.disconnect(ear))
  return ear
}
