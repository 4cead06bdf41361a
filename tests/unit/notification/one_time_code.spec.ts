import { test } from '@japa/runner'
import { CodeIssued } from '#intake'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { Message } from '../../../app/notification/models/message.ts'
import { Outbox } from '../../../app/notification/outbox/outbox.ts'
import { SendingLimits } from '../../../app/notification/limits/sending_limits.ts'
import { Route } from '../../../app/notification/dispatch/route.ts'
import {
  becomes,
  dueNow,
  gatewayTo,
  openDispatcher,
  PHONE,
} from '#tests/support/notification/dispatching'
import { openCentre } from '#tests/support/sms/sender'

/** As whoever wants to know whether a telephone is in the hands that say so. */
async function issue(code = '482913') {
  const { authority } = await district()
  const phone = PhoneNumber.parse(PHONE)!
  const issued = { authorityId: authority.id, locale: 'tr', phone, code }
  await transaction((trx) => new CodeIssued(issued, trx).announce())
  return Message.query().orderBy('id', 'desc').firstOrFail()
}

test.group('A one-time code', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('arrives once, at any hour, and is forgotten here', async (context) => {
    const { assert } = context
    const centre = await openCentre(context)
    const limits = new SendingLimits({ quietHours: '00:00-23:59' })
    openDispatcher(gatewayTo(centre), context, { limits })
    const delivered = await becomes('delivered', await issue())
    const [shown, ...more] = centre.messages(PHONE.slice(1))
    assert.include(shown!.text, 'doğrulama kodunuz: 482913')
    assert.lengthOf(more, 0)
    assert.isNull(delivered.sealed)
    assert.isNull(delivered.petitionId)
  })

  test('lasts five minutes, and calls nobody when it was not told', async ({ assert }) => {
    const message = await issue()
    assert.equal(message.expiresAt.diff(message.createdAt).as('minutes'), 5)
    await Message.query().update({ expires_at: '2026-01-01 00:00:00' })
    await new Outbox(new Route('sms', 'smpp')).endOverdue()
    const ended = await Message.findOrFail(message.id)
    assert.equal(ended.state, 'expired')
    assert.isNull(ended.missedAt)
  })

  test('is not sent again when its answer was lost', async (context) => {
    const { assert } = context
    const faults = { drop: { when: 'halfway', which: { first: 1 } } } as const
    const centre = await openCentre(context, { faults })
    openDispatcher(gatewayTo(centre), context)
    const ended = await becomes('failed', await issue())
    assert.isNull(ended.sealed)
    assert.isNull(ended.missedAt)
    assert.lengthOf(centre.messages(), 1)
  })

  test('that a dead worker had in its hands is not sent again either', async (context) => {
    const { assert } = context
    const message = await issue()
    await new Outbox(new Route('sms', 'smpp')).claim(10)
    await dueNow(message)
    const centre = await openCentre(context)
    openDispatcher(gatewayTo(centre), context)
    await becomes('failed', message)
    assert.lengthOf(centre.messages(), 0)
  })

  test('is told by nobody when what it belongs to did not happen', async ({ assert }) => {
    const { authority } = await district()
    const issued = { authorityId: authority.id, locale: 'tr', phone: PhoneNumber.parse(PHONE)! }
    const broken = transaction(async (trx) => {
      await new CodeIssued({ ...issued, code: '111111' }, trx).announce()
      throw new Error('the lights went out')
    })
    await assert.rejects(() => broken, 'the lights went out')
    assert.lengthOf(await Message.all(), 0)
  })
})
