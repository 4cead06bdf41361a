import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { district } from '#tests/support/databases/district'
import { Database } from '../../../../bench/database.ts'
import { petitionForm } from '../../../../bench/visits.ts'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition } from '#intake'
import { Catalogue, Officer } from '#organisation'
import { emptied } from '#tests/support/database'
import { details } from '#tests/support/petitions'

const onMysql = () => db.connection().dialect.name === 'mysql'

/** The statements that the application sends while `work` runs, with their values. */
async function heard(work: () => Promise<unknown>) {
  const queries: { sql: string; bindings?: unknown[] }[] = []
  const hear = (query: { sql: string; bindings?: unknown[] }) => queries.push(query)
  const client = db.connection().getReadClient()
  client.on('query', hear)
  await work()
  client.off('query', hear)
  return queries
}

test.group('What a page may cost the database', (group) => {
  emptied(group)

  test('a submission takes at most 8 statements, in one transaction', async ({
    client,
    assert,
  }) => {
    // The first one of a day writes its reckonings, for all of them.
    await Petition.receive(details())
    await client.get('/basvuru')
    const queries = await heard(async () => {
      const page = await client.get('/basvuru')
      const { token } = hiddenFields(page.text(), '/basvuru')
      const typed = { ...petitionForm(1), email: 'ayse@ornek.example', token: token! }
      const sent = await client.post('/basvuru').form(typed).redirects(0)
      sent.assertStatus(303)
    })
    const statements = plain(queries)
    assert.isAtMost(statements.length, 8)
    assert.isAtLeast(statements.length, 4, 'petition, petitioner, step and message are written')
    assert.lengthOf(
      queries.filter(({ sql }) => /^begin/i.test(sql.trim())),
      1
    )
  })

  test('a submission writes petition, petitioner, step and messages, and reads nothing', async ({
    client,
    assert,
  }) => {
    const send = async (turn: number) => {
      const { token } = hiddenFields((await client.get('/basvuru')).text(), '/basvuru')
      const typed = { ...petitionForm(turn), email: 'ayse@ornek.example', token: token! }
      const sent = await client.post('/basvuru').form(typed).redirects(0)
      await client.get(sent.header('location')!)
    }
    await send(1)
    const queries = await heard(() => send(2))
    const statements = plain(queries)
    assert.lengthOf(statements, 4)
    for (const sql of statements) assert.match(sql, /^insert into/i)
    assert.lengthOf(
      queries.filter(({ sql }) => /^commit/i.test(sql.trim())),
      1
    )
  })

  test('a look-up reads one row for each of what it shows', async ({ client, assert }) => {
    const { petition, secret } = await Petition.receive(details())
    const typed = { number: petition.number, secret: secret.text }
    const statements = plain(await heard(() => client.post('/sorgula').form(typed)))
    // Petition and steps; the rest is the limiter's.
    assert.lengthOf(
      statements.filter((sql) => !sql.includes('rate_limits')),
      2
    )
  })

  test('among 100,000 petitions a queue page reads at most 500 rows, the managers’ page what is open', async ({
    client,
    assert,
  }) => {
    const officer = await Officer.findByOrFail('login', 'masa')
    await Petition.receive(details())
    const open = () => client.get('/masa').loginAs(officer)
    ;(await open()).assertStatus(200)
    if (!onMysql()) return assertNoScan(await heard(open), assert)

    const database = new Database(process.env as Record<string, string>)
    await database.fill(100_000)
    // Filling takes long enough for the catalogue to be read afresh behind the next page.
    Catalogue.forget()
    await district()
    const { rows } = await database.count(async () => (await open()).assertTextIncludes('30+'))
    assert.isAtLeast(rows, 100)
    assert.isAtMost(rows, 500)

    // Four fifths of them are concluded, in two years: of those it reads two weeks.
    const manager = await Officer.findByOrFail('login', 'kaymakam')
    const watch = () => client.get('/izleme').loginAs(manager)
    const managers = await database.count(async () => (await watch()).assertStatus(200))
    await database.close()
    assert.isAtMost(managers.rows, 23_500)
  }).timeout(300_000)
})

/** Without what only frames a transaction. */
function plain(queries: { sql: string }[]) {
  const frame = /^(begin|commit|rollback|savepoint|release)/i
  return queries.map(({ sql }) => sql.trim()).filter((sql) => !frame.test(sql))
}

/** SQLite counts no rows; its plan says whether a table is read from end to end. */
async function assertNoScan(
  queries: { sql: string; bindings?: unknown[] }[],
  assert: { notMatch(text: string, pattern: RegExp): void; isAbove(a: number, b: number): void }
) {
  const lists = queries.filter(({ sql }) => sql.includes('`petitions`'))
  assert.isAbove(lists.length, 1)
  for (const { sql, bindings } of lists) {
    const plan = await db.rawQuery(`explain query plan ${sql}`, (bindings ?? []) as string[])
    for (const { detail } of plan as { detail: string }[]) {
      assert.notMatch(detail, /^SCAN (petitions|petitioners|steps)\b/)
    }
  }
}
