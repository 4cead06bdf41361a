import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { transaction } from '#shared/database/transaction'
import { wrapped } from '#tests/support/database'
import { district, neighbour } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'
import { Message } from '../../../../app/notification/models/message.ts'
import { Silence, type SilenceReason } from '../../../../app/notification/models/silence.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { withoutSuppressed } from '../../../../app/notification/dispatch/suppression.ts'
import { ends, PHONE, received, messagesOf } from '#tests/support/notification/dispatching'

type Received = Awaited<ReturnType<typeof received>>

async function silenced({ petition }: Received, reason: SilenceReason, phone = PHONE) {
  const masa = await officer('masa')
  await transaction((trx) => Silence.record(petition, phone, reason, masa, trx))
}

const outbox = () => new Outbox(new Route('sms', 'smpp'))
const claimed = async () => (await withoutSuppressed(await outbox().claim(10))).map(({ id }) => id)

test.group('A telephone that gets no texts', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    await district()
  })

  test('stops what waits for it, for whichever petition, and nothing for others', async ({
    assert,
  }) => {
    const [one, two, other] = [await received(), await received(), await received('+905000999999')]
    await silenced(one, 'wrongNumber')
    for (const { petition, message } of [one, two]) {
      assert.deepEqual(await messagesOf(petition), ['received 1 suppressed'])
      const { fault, sealed, nextAt, missedAt, words } = await Message.findOrFail(message.id)
      assert.deepEqual([fault, sealed, nextAt, missedAt], ['wrong_number', null, null, null])
      assert.equal(words, 'wrongNumber')
    }
    assert.deepEqual(await claimed(), [other.message.id])
  })

  test('keeps who said so, when, and of which petition, and who took it back', async ({
    assert,
  }) => {
    const first = await received()
    await silenced(first, 'declined')
    await silenced(first, 'declined')
    const sef = await officer('sef')
    await Silence.lift(first.petition, PHONE, sef)
    const rows = await Silence.all()
    assert.lengthOf(rows, 1)
    assert.equal(rows[0]!.petitionId, first.petition.id)
    assert.equal(rows[0]!.officerId, (await officer('masa')).id)
    assert.equal(rows[0]!.liftedBy, sef.id)
    assert.isNotNull(rows[0]!.liftedAt)
    const later = await received()
    assert.deepEqual(await claimed(), [later.message.id])
  })

  test('ends later messages when their turn comes, before anything is sent', async ({ assert }) => {
    const first = await received()
    await silenced(first, 'declined')
    const later = await received()
    assert.deepEqual(await messagesOf(later.petition), ['received 1 queued'])
    assert.deepEqual(await claimed(), [])
    assert.deepEqual(await messagesOf(later.petition), ['received 1 suppressed'])
    assert.lengthOf(await outbox().claim(10), 0)
  })

  test('is looked for once, however many are claimed', async ({ assert }) => {
    const silent = await received('+905000999999')
    await silenced(silent, 'declined', '+905000999999')
    for (let n = 0; n < 5; n++) await received(n % 2 ? PHONE : '+905000999999')
    const messages = await outbox().claim(10)
    assert.lengthOf(messages, 5)
    const queries: string[] = []
    const hear = ({ sql }: { sql: string }) => queries.push(sql.split(' ')[0]!)
    const client = db.connection().getReadClient()
    client.on('query', hear)
    const free = await withoutSuppressed(messages)
    client.off('query', hear)
    assert.lengthOf(free, 2)
    assert.deepEqual(queries, ['select', 'update'])
  })

  test('still gets the one-time code that its holder asked for, unless it is not theirs', async ({
    assert,
  }) => {
    const { message, petition } = await received()
    await Message.query().where('id', message.id).update({ event: 'code' })
    await silenced({ message, petition } as Received, 'declined')
    assert.deepEqual(await claimed(), [message.id])
    await Message.query().where('id', message.id).update({ state: 'waiting', claimed_by: null })
    await silenced({ message, petition } as Received, 'wrongNumber')
    assert.equal((await Message.findOrFail(message.id)).state, 'suppressed')
  })

  test('holds within its authority only', async ({ assert }) => {
    const first = await received()
    await silenced(first, 'declined')
    const id = await neighbour()
    const later = await received()
    await Message.query().where('id', later.message.id).update({ authority_id: id })
    assert.deepEqual(await claimed(), [later.message.id])
  })

  test('calls nobody for a text that was under way when the number turned out wrong', async ({
    assert,
  }) => {
    const [one, two, other] = [await received(), await received(), await received('+905000999999')]
    const all = [one, two, other]
    for (const { message } of all) {
      await Message.query().where('id', message.id).update({ state: 'sent', next_at: null })
    }
    await silenced(one, 'wrongNumber')
    const missed = async ({ message }: Received, state: 'undeliverable' | 'expired') => {
      const { missedAt } = await ends(message, state, null)
      return missedAt !== null
    }
    assert.isFalse(await missed(one, 'undeliverable'))
    assert.isFalse(await missed(two, 'expired'))
    assert.isTrue(await missed(other, 'expired'))

    await Silence.lift(one.petition, PHONE, await officer('sef'))
    await silenced(one, 'declined')
    assert.isTrue(await missed(await received(), 'undeliverable'), 'who wants no texts is called')
  })

  test('is recorded without a look at the authority’s other messages', async ({ assert }) => {
    const one = await received()
    const heard: { sql: string; bindings?: unknown[] }[] = []
    const hear = (query: (typeof heard)[number]) => heard.push(query)
    const client = db.connection().getReadClient()
    client.on('query', hear)
    await silenced(one, 'wrongNumber')
    client.off('query', hear)
    const onMessages = heard.filter(({ sql }) => /(from|update) `messages`/.test(sql))
    assert.isAtLeast(onMessages.length, 2)
    if (db.connection().dialect.name === 'mysql') return
    for (const { sql, bindings } of onMessages) {
      const plan = await db.rawQuery(`explain query plan ${sql}`, bindings as string[])
      assert.match(
        plan[0].detail,
        /^SEARCH messages USING (INTEGER PRIMARY KEY|INDEX \w*recipient_index)/
      )
    }
  })

  test('calls nobody under a wrong number; who merely wants no texts may be called', async ({
    assert,
  }) => {
    const one = await received()
    await ends(one.message, 'undeliverable', null)
    await silenced(one, 'declined')
    assert.isNotNull((await Message.findOrFail(one.message.id)).missedAt)
    await silenced(one, 'wrongNumber')
    const { missedAt, state } = await Message.findOrFail(one.message.id)
    assert.isNull(missedAt)
    assert.equal(state, 'undeliverable')
  })
})
