import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Catalogue } from '#organisation'
import { PhoneNumber } from '#shared/phone_number'
import { emptied } from '#tests/support/database'
import { details } from '#tests/support/petitions'
import { Bell, outboxBell } from '../../../app/notification/bell.ts'
import { Message } from '../../../app/notification/models/message.ts'

const FOR_EVER = 1_000_000

test.group('The bell', () => {
  test('wakes who waits, and who was about to', async () => {
    const bell = new Bell()
    const heard = bell.heard(FOR_EVER)
    bell.ring()
    await heard
    bell.ring()
    await bell.heard(FOR_EVER)
  })

  test('rings once for each ring', async ({ assert }) => {
    const bell = new Bell()
    bell.ring()
    await bell.heard(FOR_EVER)
    let woken = false
    const again = bell.heard(FOR_EVER).then(() => (woken = true))
    await new Promise(setImmediate)
    assert.isFalse(woken)
    bell.ring()
    await again
  })

  test('lets those ring along that are connected', async () => {
    const [door, kitchen] = [new Bell(), new Bell()]
    door.connect(kitchen)
    door.ring()
    await kitchen.heard(FOR_EVER)
  })
})

test.group('The bell of the outbox', (group) => {
  emptied(group)

  test('rings when a message can be seen, not before', async ({ assert, cleanup }) => {
    await Catalogue.current()
    const ear = new Bell()
    outboxBell.connect(ear)
    cleanup(() => outboxBell.disconnect(ear))
    await Petition.receive(details({ phone: PhoneNumber.parse('0500 012 34 56') }))
    await ear.heard(FOR_EVER)
    assert.lengthOf(await Message.all(), 1)
  })
})
