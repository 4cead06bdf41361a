import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Catalogue, Subject } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { toldBefore } from '../../../../app/intake/joining/told_before.ts'
import { topicOf } from '../../../../app/intake/joining/topic.ts'
import { Database } from '../../../../bench/database.ts'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'

const LAMPS = 'Sokak lambaları üç gündür yanmıyor, gece her yer karanlık.'
const phone = PhoneNumber.parse('0500 012 34 56')!

async function publicSubject() {
  const subject = await Subject.findOrFail((await district()).subjects[0]!.id)
  await subject.merge({ joinable: true, sensitive: false }).save()
  Catalogue.forget()
  return subject
}

async function heard(work: () => Promise<unknown>) {
  const said: { sql: string; bindings?: unknown[] }[] = []
  const hear = (query: { sql: string; bindings?: unknown[] }) => said.push(query)
  const client = db.connection().getReadClient()
  client.on('query', hear)
  await work()
  client.off('query', hear)
  return said.filter(({ sql }) => !/^(begin|commit)/i.test(sql.trim()))
}

/** Copies of the first petition, all of one subject and place, each of somebody else. */
async function many(count: number) {
  const petition = await db.from('petitions').firstOrFail()
  const terms = await db.from('petition_terms').firstOrFail()
  const { id, open_on, listed_on, open_listed_on, subject_order, place_order, ...row } = petition
  const each = Array.from({ length: count }, (_one, at) => at)
  const inPieces = async (table: string, rows: Record<string, unknown>[]) => {
    for (let at = 0; at < rows.length; at += 200) {
      await db.table(table).multiInsert(rows.slice(at, at + 200))
    }
  }
  const own = { token_digest: null, words_digest: null, joined: 1 }
  await inPieces(
    'petitions',
    each.map((at) => ({ ...row, ...own, number: String(7_000_000_000 + at) }))
  )
  const ids: number[] = (await db.from('petitions').where('id', '>', id)).map((one) => one.id)
  const { id: _, ...said } = terms
  await inPieces(
    'petition_terms',
    ids.map((petition_id) => ({ ...said, petition_id }))
  )
  await inPieces(
    'petitioners',
    ids.map((petition_id, at) => ({ petition_id, declines_texts: false, phone_index: `of ${at}` }))
  )
  await inPieces(
    'petition_joins',
    ids.map((petition_id, at) => ({
      ...{
        petition_id,
        number: String(8_000_000_000 + at),
        secret_digest: '-',
        subject_id: said.subject_id,
      },
      ...{ place: 'Akçay Mahallesi', phone: '-', phone_index: `joined ${at}`, locale: 'tr' },
      joined_at: row.received_at,
    }))
  )
}

test.group('What finding the same costs', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('nothing where the subject is not public, and one row where it is', async ({ assert }) => {
    const subject = await publicSubject()
    const about = { subject, place: 'Akçay Mahallesi', phone, text: LAMPS }
    // The first one of a day writes its reckonings.
    await Petition.receive(details())
    const receive = (more = {}) => heard(() => Petition.receive(details({ ...about, ...more })))
    const plain = await heard(() => Petition.receive(details({ phone, text: 'Yol bozuk.' })))
    const open = await receive()
    assert.lengthOf(open, plain.length + 1)
    assert.isTrue(open.some(({ sql }) => sql.includes('petition_terms')))
    for (const other of [
      { kind: 'complaint' },
      { place: 'Bizim ev' },
      { subject: null },
    ] as const) {
      assert.lengthOf(
        await receive({ ...other, text: `${LAMPS} ${Object.keys(other)[0]}` }),
        plain.length
      )
    }
    assert.lengthOf(await db.from('petition_terms'), 1)
  })

  test('two statements and 500 rows at most, however many told it', async ({ assert }) => {
    const subject = await publicSubject()
    const first = PhoneNumber.parse('0500 012 34 10')
    const about = details({ subject, place: 'Akçay Mahallesi', phone: first, text: LAMPS })
    await Petition.receive(about)
    await many(700)
    const topic = topicOf(details({ ...about, phone }), await district())!
    let told: Awaited<ReturnType<typeof toldBefore>> = null
    const ask = async () => {
      told = await toldBefore(topic, 'mine')
    }
    const said = await heard(ask)
    assert.lengthOf(said, 2)
    assert.isTrue(told!.isMany)
    if (db.connection().dialect.name === 'mysql') {
      const database = new Database(process.env as Record<string, string>)
      const { rows } = await database.count(ask)
      await database.close()
      assert.isAtLeast(rows, 100)
      return assert.isAtMost(rows, 500)
    }
    // SQLite counts no rows; its plan says whether a table is read from end to end.
    for (const { sql, bindings } of said) {
      const plan: { detail: string }[] = await db.rawQuery(
        `explain query plan ${sql}`,
        bindings as string[]
      )
      const searched = plan.find(({ detail }) => detail.startsWith('SEARCH petitions '))
      if (searched) assert.include(searched.detail, 'INTEGER PRIMARY KEY')
      for (const { detail } of plan) {
        assert.notMatch(detail, /^SCAN petition|TEMP B-TREE/)
      }
      assert.match(sql, /limit/)
    }
  })
})
