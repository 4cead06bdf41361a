import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Authority, Catalogue } from '#organisation'
import { district, neighbour } from '#tests/support/databases/district'
import { wrapped } from '#tests/support/database'
import { stamp } from '#shared/dates/stored'
import { Message } from '../../../../app/notification/models/message.ts'
import { SendingLimits } from '../../../../app/notification/limits/sending_limits.ts'
import { received } from '#tests/support/notification/dispatching'

test.group('Leaving people in peace', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())
  group.each.setup(async () => {
    await district()
  })

  const all = { quietHours: '00:00-23:59' }

  test('holds nothing back where the settings say so', async ({ assert }) => {
    const { message } = await received()
    message.event = 'concluded'
    assert.isNull(await holdOf(new SendingLimits({ quietHours: 'none', dailyCap: 0 }), message))
  })

  test('lets the number of a new petition out at night, and nothing else', async ({ assert }) => {
    const { message } = await received()
    assert.isNull(await holdOf(new SendingLimits(all), message))
    message.event = 'concluded'
    assert.equal((await holdOf(new SendingLimits(all), message))?.reason, 'quiet_hours')
  })

  test('lets the number wait for the morning when the citizen has long gone to bed', async ({
    assert,
  }) => {
    const { message } = await received()
    message.createdAt = message.createdAt.minus({ minutes: 16 })
    assert.equal((await holdOf(new SendingLimits(all), message))?.reason, 'quiet_hours')
  })

  test('keeps the hours of the authority in whose name a text is sent, before the server’s', async ({
    assert,
  }) => {
    const { message } = await received()
    message.event = 'concluded'
    const says = async (quietHours: string | null) => {
      await Authority.query().update({ quiet_hours: quietHours })
      Catalogue.forget()
    }
    const day = { quietHours: 'none' }
    await says('00:00-23:59')
    assert.equal((await holdOf(new SendingLimits(day), message))?.reason, 'quiet_hours')
    assert.isNull(await holdOf(new SendingLimits({ dailyCap: 0 }), message), 'an e-mail')
    const other = (await received()).message
    other.event = 'concluded'
    other.authorityId = await neighbour()
    await Authority.query().where('id', other.authorityId).update({ quiet_hours: null })
    Catalogue.forget()
    const holds = await new SendingLimits(day).holds([message, other])
    assert.deepEqual([...holds.keys()], [message.id], 'of the other authority’s nothing is held')
    await says('none')
    assert.isNull(await holdOf(new SendingLimits(all), message))
    await says(null)
    assert.equal((await holdOf(new SendingLimits(all), message))?.reason, 'quiet_hours')
  })

  test('counts what one number was sent in a day, whatever the petition', async ({ assert }) => {
    const cap = new SendingLimits({ dailyCap: 2 })
    const [one, two] = [await received(), await received()]
    const { message } = await received()
    const other = await received('+905000999999')
    await sent(one.message, { hours: 1 })
    assert.isNull(await holdOf(cap, message))
    await sent(two.message, { hours: 23 })
    assert.equal((await holdOf(cap, message))?.reason, 'daily_cap')
    assert.isNull(await holdOf(cap, other.message))
    await sent(two.message, { hours: 25 })
    assert.isNull(await holdOf(cap, message))
  })

  test('counts what is being sent just now', async ({ assert }) => {
    const [one, two] = [await received(), await received()]
    await Message.query().update({ state: 'sending' })
    const cap = new SendingLimits({ dailyCap: 1 })
    const holds = await cap.holds([one.message, two.message])
    assert.deepEqual([...holds.keys()], [two.message.id])
    assert.equal(holds.get(two.message.id)?.reason, 'daily_cap')
  })

  test('counts the numbers of new petitions apart, and never a gateway’s test', async ({
    assert,
  }) => {
    const cap = new SendingLimits({ dailyCap: 1 })
    const [one, two] = [await received(), await received()]
    await sent(one.message, { hours: 1 })
    two.message.event = 'concluded'
    assert.isNull(await holdOf(cap, two.message))
    two.message.event = 'received'
    assert.equal((await holdOf(cap, two.message))?.reason, 'daily_cap')
    two.message.event = 'test'
    assert.isNull(await holdOf(cap, two.message))
    await Message.query().where('id', one.message.id).update({ event: 'test' })
    two.message.event = 'received'
    assert.isNull(await holdOf(cap, two.message))
  })

  test('does not count what waits for the morning', async ({ assert }) => {
    const [one, two] = [await received(), await received()]
    await Message.query().update({ state: 'sending', event: 'concluded' })
    one.message.event = 'concluded'
    two.message.event = 'renewed'
    const holds = await new SendingLimits({ ...all, dailyCap: 1 }).holds([one.message, two.message])
    assert.deepEqual([...holds.keys()], [one.message.id])
    assert.equal(holds.get(one.message.id)?.reason, 'quiet_hours')
  })

  test('asks the database once for all that leave together, and for nothing older', async ({
    assert,
  }) => {
    const messages = [(await received()).message, (await received('+905000999999')).message]
    const asked: { sql: string; bindings?: unknown[] }[] = []
    const hear = (query: (typeof asked)[number]) => void asked.push(query)
    const client = db.connection().getReadClient()
    client.on('query', hear)
    await new SendingLimits({ ...all, dailyCap: 5 }).holds(messages)
    client.off('query', hear)
    assert.lengthOf(asked, 1)
    if (db.connection().dialect.name === 'mysql') return
    const [{ sql, bindings }] = asked as [(typeof asked)[number]]
    const [plan] = await db.rawQuery(`explain query plan ${sql}`, bindings as string[])
    assert.include(plan.detail, '(recipient_index=? AND created_at>?)')
  })
})

async function holdOf(limits: SendingLimits, message: Message) {
  return (await limits.holds([message])).get(message.id) ?? null
}

async function sent({ id }: Message, ago: { hours: number }) {
  const at = stamp(DateTime.utc().minus(ago))
  await Message.query().where('id', id).update({ state: 'delivered', sent_at: at })
}
