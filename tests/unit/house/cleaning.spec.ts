import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Petition } from '#intake'
import { A_PIECE, trim, type Trimmed } from '#shared/database/retention'
import { stamp } from '#shared/dates/stored'
import { Officer } from '#organisation'
import { RETENTIONS } from '#start/retentions'
import { emptied } from '#tests/support/database'
import { queue } from '#tests/support/notification/scenario'
import { details } from '#tests/support/petitions'

const ROWS = 1_200
const OLD = '2020-01-05 09:00:00'
/** A row for each gateway, or for each day: whatever is asked of them is short. */
const SMALL = ['daily_sendings', 'gateway_reports', 'gateway_leases']
const trimmed = RETENTIONS.filter(
  (one): one is Trimmed => 'after' in one && !SMALL.includes(one.table)
)

async function put(table: string, row: (nth: number) => Record<string, unknown>) {
  const rows = Array.from({ length: ROWS }, (_, nth) => row(nth))
  for (let from = 0; from < ROWS; from += 200) {
    await db.table(table).multiInsert(rows.slice(from, from + 200))
  }
}

/** So much in every table that grows, half of it old, that a whole table is dearer than an index. */
async function house() {
  const { petition } = await Petition.receive(details())
  const { id: officerId } = await Officer.findByOrFail('login', 'masa')
  const at = (nth: number) => (nth < ROWS / 2 ? OLD : stamp(DateTime.utc()))
  const soon = (nth: number) => DateTime.utc().plus({ days: nth < ROWS / 2 ? -9 : 9 })
  const who = { officer_id: officerId }
  for (let times = 0; times < 6; times++) await queue(ROWS / 6)
  const ended = { state: 'delivered', final_at: OLD, next_at: null, created_at: OLD }
  const messages: { id: number }[] = await db.from('messages').select('id').limit(ROWS)
  await db
    .from('messages')
    .where('id', '<', messages[ROWS / 2]!.id)
    .update(ended)
  const text = { gateway: 'log', state: 'delivered' }
  await put('message_parts', (n) => ({
    ...{ ...text, message_id: messages[n]!.id, remote_id: n, sent_at: at(n) },
  }))
  await put('delivery_receipts', (n) => ({
    ...{ ...text, remote_id: n, raw: 'x', received_at: at(n) },
  }))
  await put('views', (n) => ({ ...who, petition_id: petition.id, viewed_at: at(n) }))
  await put('inquiries', (n) => ({ ...who, kind: 'number', digest: `${n}`, made_at: at(n) }))
  const digests = { login_digest: 'a', from_digest: 'b', way: 'house', result: 'wrong' }
  await put('sign_ins', (n) => ({ ...digests, tried_at: at(n) }))
  await put('rate_limits', (n) => ({ key: `${n}`, expire: soon(n).toMillis() }))
  await put('sessions', (n) => ({ id: `${n}`, data: '{}', expires_at: soon(n).toJSDate() }))
}

/** The statements of one table's cleaning, with their values. */
async function heard(work: () => Promise<unknown>) {
  const queries: { sql: string; bindings: string[] }[] = []
  const hear = (query: { sql: string; bindings?: string[] }) =>
    queries.push({ sql: query.sql, bindings: query.bindings ?? [] })
  const client = db.connection().getReadClient()
  client.on('query', hear)
  await work()
  client.off('query', hear)
  return queries.filter(({ sql }) => /^(select|delete)/i.test(sql))
}

/** What a statement would walk through from end to end, or sort; nothing when it is in order. */
async function dear({ sql, bindings }: { sql: string; bindings: string[] }) {
  // In the order of an index it stops after a piece.
  const stops = / order by .* limit /.test(sql)
  if (db.connection().dialect.name === 'mysql') {
    const [plan] = await db.rawQuery(`explain ${sql}`, bindings)
    const lines = plan as { rows: number; key: string | null; Extra: string | null }[]
    return lines.filter(
      ({ rows, key, Extra }) =>
        (stops ? key === null : rows > 3 * A_PIECE) || /filesort/.test(Extra ?? '')
    )
  }
  const plan: { detail: string }[] = await db.rawQuery(`explain query plan ${sql}`, bindings)
  return plan.filter(({ detail }) => (!stops && /^SCAN/.test(detail)) || /TEMP B-TREE/.test(detail))
}

test.group('The cleaning of each table', (group) => {
  emptied(group)

  test('takes away small pieces, each found by an index', async ({ assert }) => {
    await house()
    if (db.connection().dialect.name === 'mysql') await db.rawQuery('analyze table messages')
    for (const retention of trimmed) {
      const before = DateTime.utc().minus({ days: 3 })
      let pieces = 0
      const queries = await heard(() => trim(retention, before, async () => (pieces += 1) < 2))
      for (const query of queries) {
        assert.deepEqual(await dear(query), [], `${retention.table}: ${query.sql.slice(0, 150)}`)
        assert.isAtMost(query.bindings.length, 2 * A_PIECE)
      }
    }
    assert.lengthOf(await db.from('rate_limits'), ROWS - 2 * A_PIECE)
    assert.lengthOf(await db.from('sessions'), ROWS - 2 * A_PIECE)
  }).timeout(60_000)
})
