import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Catalogue } from '#organisation'
import { wrapped } from '#tests/support/database'
import { stamp } from '../../../app/notification/clock.ts'
import { Message } from '../../../app/notification/models/message.ts'
import { QuietHours, Restraint } from '../../../app/notification/restraint.ts'
import { received } from './post.ts'

const istanbul = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Istanbul' })
const quiet = (hours: string, at: string) =>
  QuietHours.parse(hours).end(istanbul(at))?.setZone('Europe/Istanbul').toFormat('dd HH:mm')

test.group('Quiet hours', () => {
  test('go over midnight and end in the morning', ({ assert }) => {
    assert.equal(quiet('21:00-08:00', '2026-11-23T22:30'), '24 08:00')
    assert.equal(quiet('21:00-08:00', '2026-11-24T03:00'), '24 08:00')
    assert.equal(quiet('21:00-08:00', '2026-11-23T21:00'), '24 08:00')
    assert.isUndefined(quiet('21:00-08:00', '2026-11-24T08:00'))
    assert.isUndefined(quiet('21:00-08:00', '2026-11-23T20:59'))
  })

  test('may lie within one day', ({ assert }) => {
    assert.equal(quiet('12:00-13:30', '2026-11-23T12:15'), '23 13:30')
    assert.isUndefined(quiet('12:00-13:30', '2026-11-23T22:15'))
  })

  test('written wrongly stop the start, not the texts', ({ assert }) => {
    assert.throws(
      () => QuietHours.parse('21-8'),
      'Quiet hours are written as 21:00-08:00, not 21-8'
    )
    assert.throws(() => QuietHours.parse('25:00-08:00'), /25:00/)
  })
})

test.group('Leaving people in peace', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    await Catalogue.current()
  })

  const all = { quietHours: '00:00-23:59' }

  test('holds nothing back unless it is set', async ({ assert }) => {
    const { message } = await received()
    message.event = 'concluded'
    assert.isNull(await new Restraint().hold(message))
  })

  test('lets the number of a new petition out at night, and nothing else', async ({ assert }) => {
    const { message } = await received()
    assert.isNull(await new Restraint(all).hold(message))
    message.event = 'concluded'
    assert.equal((await new Restraint(all).hold(message))?.why, 'quiet_hours')
  })

  test('lets the number wait for the morning when the citizen has long gone to bed', async ({
    assert,
  }) => {
    const { message } = await received()
    message.createdAt = message.createdAt.minus({ minutes: 16 })
    assert.equal((await new Restraint(all).hold(message))?.why, 'quiet_hours')
  })

  test('counts what one number was sent in a day, whatever the petition', async ({ assert }) => {
    const cap = new Restraint({ dailyCap: 2 })
    const [one, two] = [await received(), await received()]
    const { message } = await received()
    const other = await received('+905000999999')
    await sent(one.message, { hours: 1 })
    assert.isNull(await cap.hold(message))
    await sent(two.message, { hours: 23 })
    assert.equal((await cap.hold(message))?.why, 'daily_cap')
    assert.isNull(await cap.hold(other.message))
    await sent(two.message, { hours: 25 })
    assert.isNull(await cap.hold(message))
  })

  test('counts what is being sent just now', async ({ assert }) => {
    const [one, two] = [await received(), await received()]
    await Message.query().update({ state: 'sending' })
    const cap = new Restraint({ dailyCap: 1 })
    assert.isNull(await cap.hold(one.message))
    assert.equal((await cap.hold(two.message))?.why, 'daily_cap')
  })
})

async function sent({ id }: Message, ago: { hours: number }) {
  const at = stamp(DateTime.utc().minus(ago))
  await Message.query().where('id', id).update({ state: 'delivered', sent_at: at })
}
