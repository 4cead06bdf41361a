import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import retention, { daysOf } from '#config/retention'
import { Petition } from '#intake'
import { Message } from '#notification'
import { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { Housekeeping } from '#shared/database/housekeeping'
import { A_PIECE, trim, type Trimmed } from '#shared/database/retention'
import { RETENTIONS } from '#start/retentions'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { houseRules } from '#tests/support/house_rules'
import { details } from '#tests/support/petitions'

const SILENT = { info() {}, error() {} }
const trimmed = RETENTIONS.filter((one): one is Trimmed => 'after' in one)
const of = (table: string) => trimmed.find((one) => one.table === table)!
const ago = (age: { days: number }) => stamp(DateTime.utc().minus(age))
const count = async (table: string) => (await db.from(table)).length

/** So many messages that ended so long ago, each with a part and a receipt. */
async function endedMessages(number: number, age: { days: number }, changes = {}) {
  const { authority } = await district()
  const messages = Array.from({ length: number }, (_, n) => ({
    ...{ authorityId: authority.id, petitionId: null, stepId: null, event: 'routed' as const },
    ...{ channel: 'sms' as const, locale: 'tr', secret: null },
    recipient: `+90500${String(n).padStart(7, '0')}`,
    placeholders: { number: '26 0000 0000', dueOn: '2027-01-15' },
  }))
  await db.transaction((trx) => Message.queue(messages, trx))
  const at = ago(age)
  const end = { created_at: at, final_at: at, next_at: null, state: 'delivered', ...changes }
  const rows = await Message.query().orderBy('id', 'desc').limit(number)
  const ids = rows.map(({ id }) => id)
  await Message.query().whereIn('id', ids).update(end)
  const common = { gateway: 'smpp', state: 'delivered' }
  const parts = ids.map((id) => ({ ...common, message_id: id, remote_id: `${id}`, sent_at: at }))
  await db.table('message_parts').multiInsert(parts)
  const receipts = ids.map((id) => ({ ...common, remote_id: `${id}`, raw: 'x', received_at: at }))
  await db.table('delivery_receipts').multiInsert(receipts)
}

test.group('What is kept', () => {
  test('every table has a time after which its rows go, or says why they stay', async ({
    assert,
  }) => {
    const tables = await db.connection().getAllTables()
    const known = RETENTIONS.map(({ table }) => table)
    assert.sameMembers(
      known,
      tables.filter((name) => !name.startsWith('adonis_schema') && !name.startsWith('sqlite_'))
    )
    assert.lengthOf(known, new Set(known).size)
    for (const { table, at, after, key = 'id' } of trimmed) {
      assert.property(retention, after)
      await assert.doesNotReject(() => db.from(table).select(at, key).limit(1))
    }
  })

  test('each module decides over its own tables alone', async ({ assert }) => {
    const { TABLES } = await houseRules()
    for (const module of ['organisation', 'intake', 'routing', 'response', 'notification']) {
      const door = (await import(`#${module}`)) as Record<string, { table: string }[]>
      const tables = door[`${module.toUpperCase()}_RETENTION`]!.map(({ table }) => table)
      assert.sameMembers(tables, TABLES[module]!.split(' '))
    }
  })

  test('too short a time stops the start with a sentence', ({ assert }) => {
    assert.equal(daysOf('KEEP_MESSAGES_DAYS', undefined), 365)
    assert.equal(daysOf('KEEP_VIEWS_DAYS', 800), 800)
    const refused = 'KEEP_RECEIPTS_DAYS is a whole number of days, at least 14, not 3'
    assert.throws(() => daysOf('KEEP_RECEIPTS_DAYS', 3), refused)
  })
})

test.group('What has been kept long enough', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  const round = () => new Housekeeping(RETENTIONS, retention, SILENT, 0).round()

  test('goes, and nothing that is younger or still somebody’s task', async ({ assert }) => {
    await endedMessages(230, { days: 366 })
    await endedMessages(3, { days: 366 }, { state: 'failed', missed_at: ago({ days: 366 }) })
    await endedMessages(2, { days: 366 }, { state: 'sent', final_at: null })
    await endedMessages(5, { days: 100 })
    await endedMessages(7, { days: 20 })
    await round()
    assert.equal(await count('messages'), 17)
    assert.equal(await count('message_parts'), 7)
    assert.equal(await count('delivery_receipts'), 7)
  })

  test('goes in small pieces, by the key; who is killed half-way goes on', async ({ assert }) => {
    await endedMessages(230, { days: 400 })
    const sizes: number[] = []
    const hear = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) => {
      if (/^delete/i.test(sql)) sizes.push(bindings!.length)
    }
    const client = db.connection().getReadClient()
    client.on('query', hear)
    const before = DateTime.utc().minus({ days: 365 })
    const killed = await trim(of('messages'), before, async () => false)
    assert.equal(killed, A_PIECE)
    assert.equal(await count('messages'), 230 - A_PIECE)
    const rest = await trim(of('messages'), before, async () => true)
    client.off('query', hear)
    assert.equal(killed + rest, 230)
    assert.equal(await count('messages'), 0)
    assert.isAtMost(Math.max(...sizes), 500)
    assert.equal(await trim(of('messages'), before, async () => true), 0)
  })

  test('goes from two processes at once as from one', async ({ assert }) => {
    await endedMessages(250, { days: 400 })
    await Promise.all([round(), round()])
    assert.equal(await count('messages'), 0)
  })

  test('looks at no more than a piece when nothing is old enough', async ({ assert }) => {
    await endedMessages(230, { days: 3 })
    let rests = 0
    await trim(of('messages'), DateTime.utc().minus({ days: 365 }), async () => {
      rests += 1
      return true
    })
    assert.equal(rests, 0)
  })

  test('takes who looked, counters and what ended; a counter that began anew stays', async ({
    assert,
  }) => {
    const petition = (await Petition.receive(details())).petition
    const officer = await Officer.findByOrFail('login', 'masa')
    const view = { petition_id: petition.id, officer_id: officer.id }
    await db.table('views').multiInsert([
      { ...view, viewed_at: ago({ days: 731 }) },
      { ...view, viewed_at: ago({ days: 729 }) },
    ])
    const now = DateTime.utc()
    await db.table('rate_limits').multiInsert([
      { key: 'a', expire: now.minus({ days: 2 }).toMillis() },
      { key: 'b', expire: now.plus({ hours: 1 }).toMillis() },
    ])
    await round()
    assert.equal(await count('views'), 1)
    const [left, ...more] = await db.from('rate_limits')
    assert.deepEqual([left.key, more.length], ['b', 0])
    assert.equal(await count('petitions'), 1, 'the petition’s own rows stay')
  })

  test('takes each session that has ended and leaves those that live, as the framework keeps them', async ({
    assert,
  }) => {
    const session = (nth: number, days: number) => ({
      id: `${nth}`.padStart(3, '0'),
      data: '{}',
      expires_at: DateTime.utc().plus({ days }).toJSDate(),
    })
    const living = Array.from({ length: A_PIECE }, (_, nth) => session(nth, 1))
    await db.table('sessions').multiInsert([...living, session(A_PIECE, -2)])
    await round()
    const left = await db.from('sessions').orderBy('id')
    assert.deepEqual(
      left.map(({ id }) => id),
      living.map(({ id }) => id)
    )
  })

  test('of a message does not make it be told a second time', async ({ assert }) => {
    const { petition } = await Petition.receive(details({ email: 'ayse@ornek.example' }))
    const officer = await Officer.findByOrFail('login', 'masa')
    const { units } = await district()
    const [one, two] = units.filter((unit) => unit.kind === 'internal')
    const refer = async (unit: typeof one) => {
      await db.transaction((trx) => petition.refer(unit!, { officer }, trx))
    }
    await refer(one)
    assert.lengthOf(await Message.query().where('event', 'routed'), 1)
    const end = { final_at: ago({ days: 400 }), created_at: ago({ days: 400 }), next_at: null }
    await Message.query().update({ ...end, state: 'sent' })
    await round()
    assert.equal(await count('messages'), 0)
    await refer(two)
    assert.equal(await count('messages'), 0)
  })
})
