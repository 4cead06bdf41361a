import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { PrivacyNotice } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Answer } from '#response'
import { Forwarding } from '#routing'
import { PhoneNumber } from '#shared/typed/phone_number'
import { wrapped } from '#tests/support/database'
import { livelyRoom } from '#tests/support/databases/many_tickets'
import { publicDay } from '#tests/support/databases/public_day'
import { officer, received, referredTo, submitted, unit } from '#tests/support/journey'
import { statementsOf } from '#tests/support/databases/statements'
import { filledIn } from '#tests/support/walks/typed_everywhere'

interface Page {
  address: string
  reader: Officer
  /** What the page asks the database, by which tables it reads are known. */
  asks: string
}

interface Column {
  table: string
  name: string
}

/** Columns that may be empty in every row, as the database itself says. */
async function nullable(): Promise<Column[]> {
  const tables = await db.connection().getAllTables()
  const columns: Column[] = []
  for (const table of tables.filter((one) => !one.startsWith('adonis_schema'))) {
    for (const name of await nullableOf(table)) columns.push({ table, name })
  }
  return columns
}

async function nullableOf(table: string): Promise<string[]> {
  if (db.connection().dialect.name === 'mysql') {
    const [rows] = await db.rawQuery('SHOW COLUMNS FROM ??', [table])
    return rows
      .filter(({ Null, Extra }: { Null: string; Extra: string }) => Null === 'YES' && Extra === '')
      .map(({ Field }: { Field: string }) => Field)
  }
  const rows: { name: string; notnull: number; pk: number }[] = await db.rawQuery(
    'PRAGMA table_info(??)',
    [table]
  )
  return rows.filter(({ notnull, pk }) => !notnull && !pk).map(({ name }) => name)
}

/** Without an outcome nothing was sent to a body, whose answer could be added. */
const CLOSES: Record<string, RegExp> = {
  'petitions.outcome': /\/ek$/,
  'officers.unit_id': /\/(?:gorevli|cevap\/hazir-metinler)$/,
}

/** Every page that may be read, and somebody who may read it. */
async function everyPage() {
  const phone = PhoneNumber.parse('0500 012 34 56')
  const concluded = await submitted()
  await (await Answer.draftFor(concluded)).approve(await officer('tarim.amir'))
  const open = [await received({ phone }), await referredTo('TAR'), await submitted()]
  const forwarded = await received()
  const letter = { documentNumber: 'E-1', text: null }
  await Forwarding.make(forwarded, await unit('BEL'), await officer('sef'), letter)
  const petitions = [...open, concluded, forwarded]
  const patterns = Object.values(router.toJSON())
    .flat()
    .filter(({ methods }) => methods.includes('GET'))
    .map(({ pattern }) => pattern)
    .filter((pattern) => !/:(receipt|secret|file|id|message|gateway)|\/pdf$/.test(pattern))
  const values = { event: 'received', channel: 'sms', locale: 'tr' }
  const addresses = patterns.flatMap((pattern) =>
    pattern.includes(':number')
      ? petitions.map(({ number }) => filledIn(pattern, { number }))
      : [filledIn(pattern, values)]
  )
  return [...new Set(addresses)]
}

async function readers(client: ApiClient, addresses: string[]) {
  const people = await Promise.all(['sef', 'bilgiislem', 'tarim', 'masa'].map(officer))
  const pages: Page[] = []
  for (const address of addresses) {
    for (const reader of people) {
      // Whatever is remembered of the authorities is asked for again, so that it is heard.
      forget()
      const page = () => client.get(address).loginAs(reader).redirects(0)
      const { statements, result } = await statementsOf(page)
      if (result.status() !== 200) continue
      pages.push({ address, reader, asks: statements.join() })
      break
    }
  }
  return pages
}

/** A value that is none, with the words around it: looked for by itself, which takes no time. */
function holeIn(said: string) {
  const found = /\b(?:null|undefined|NaN|Invalid DateTime)\b/.exec(said)
  return found ? said.slice(Math.max(0, found.index - 40), found.index + 40) : null
}

function forget() {
  Catalogue.forget()
  PrivacyNotice.forget()
}

test.group('A column that may be empty', (group) => {
  let columns: Column[] = []
  group.setup(async () => {
    columns = await nullable()
  })
  wrapped(group)
  group.each.teardown(forget)

  test('is empty everywhere, and every page is still a page', async ({ assert, client }) => {
    await livelyRoom()
    await publicDay()
    const pages = await readers(client, await everyPage())
    assert.isAtLeast(pages.length, 15, pages.map(({ address }) => address).join(' '))
    assert.isAtLeast(columns.length, 40)
    const wrong: string[] = []
    for (const { table, name } of columns) {
      await db.rawQuery('SAVEPOINT emptied')
      await db.from(table).update({ [name]: null })
      forget()
      // A table that a page does not read cannot change it.
      const named = new RegExp(`\\b${table}\\b`)
      for (const { address, reader } of pages.filter(({ asks }) => named.test(asks))) {
        const answer = await client.get(address).loginAs(reader).redirects(0)
        const said = answer.text().replace(/<(style|script)\b[^]*?<\/\1>/g, '')
        const hole = holeIn(said)
        const isClosed =
          [403, 404].includes(answer.status()) && CLOSES[`${table}.${name}`]?.test(address)
        if ((answer.status() !== 200 && !isClosed) || hole) {
          wrong.push(`${table}.${name} ${address}: ${answer.status()} ${hole ?? ''}`)
        }
      }
      await db.rawQuery('ROLLBACK TO emptied')
    }
    assert.deepEqual(wrong, [])
  }).timeout(600_000)
})
