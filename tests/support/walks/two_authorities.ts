import db from '@adonisjs/lucid/services/db'
import type { ApiClient, ApiRequest, ApiResponse } from '@japa/api-client'
import { hiddenFields } from '#database/demo/day/visitor'
import { DEMO_PEOPLE } from '#database/demo/people'
import { seedAuthority } from '#database/seeders/authority_seeder'
import { Catalogue, Officer } from '#organisation'
import { PrivacyNotice } from '#intake'
import { routeOf } from '#tests/support/walks/every_form'

/** Everything that one of two authorities has of its own carries its mark, or one of these words. */
export interface Side {
  id: number
  mark: string
  host: string
  /** Where a citizen's page of its own stands: /basvuru, or /zambak/basvuru. */
  at(path: string): string
  /** What must be found nowhere at the other one. */
  words: string[]
  /** Telephones of those who bring something here, and what all of them begin with. */
  phone(at: number): string
  prefix: string
  /** The code of its unit that began as `TAR`. */
  unit(code: string): string
  /** The login of whoever began as `masa`. */
  login(name: string): string
}

const COLUMNS: Record<string, string[]> = {
  authorities: ['name', 'district', 'address', 'hours', 'email'],
  units: ['code', 'name', 'short_name', 'competence'],
  headings: ['name', 'name_en'],
  subjects: ['code', 'name', 'name_en', 'keywords', 'notice', 'notice_en'],
  officers: ['login', 'name'],
  privacy_notices: ['text'],
}
/** Each at a host of its own, or both at one host, below their codes. */
export type Told = 'host' | 'code'

/** Where both stand below their codes. */
const SHARED_HOST = 'acikkapi.example'

/** The district that all tests share, and another one beside it; whatever is its own is marked. */
export async function twoAuthorities(by: Told = 'host'): Promise<[Side, Side]> {
  const shared = await db.from('authorities').firstOrFail()
  const { id: _, ...row } = shared
  await db.table('authorities').insert({ ...row, code: 'komsu' })
  const second = await db.from('authorities').where('code', 'komsu').firstOrFail()
  await seedAuthority(second, db.connection())
  const sides: [Side, Side] = [
    sideOf(shared, 'Zambak', '0266 711 11 11', 1, by),
    sideOf(second, 'Kekik', '0266 722 22 22', 2, by),
  ]
  await people(shared.id, sides[1])
  await messagesFromAfar()
  for (const side of sides) {
    await marked(side, by)
    await ownRules(side)
  }
  Catalogue.forget()
  PrivacyNotice.forget()
  return sides
}

/** The id of a text stands for any id in an address: it must be that of no unit and no heading. */
async function messagesFromAfar() {
  const first = 100_000
  if (db.connection().dialect.name === 'mysql') {
    await db.rawQuery(`alter table messages auto_increment = ${first}`)
    return
  }
  await db.from('sqlite_sequence').where('name', 'messages').delete()
  await db.table('sqlite_sequence').insert({ name: 'messages', seq: first })
}

function sideOf(
  { id, code }: { id: number; code: string },
  mark: string,
  phone: string,
  digit: number,
  by: Told
): Side {
  const own = { id, mark, ...addressesOf(by, `${mark.toLowerCase()}.example`, code) }
  return {
    ...own,
    words: [mark, phone, phone.replaceAll(' ', ''), phone.replaceAll(' ', '\u00a0')],
    prefix: `9050001${digit}`,
    phone: (at) => `0500 01${digit} 00 ${String(at).padStart(2, '0')}`,
    unit: (name) => `${name}-${mark}`.toUpperCase(),
    login: (name) => loginOf(name, mark),
  }
}

function addressesOf(by: Told, host: string, code: string): Pick<Side, 'host' | 'at'> {
  if (by === 'host') return { host, at: (path) => path }
  const at = (path: string) => path.replace(/^(\/en)?\/?/, `$1/${code}/`).replace(/\/$/, '')
  return { host: SHARED_HOST, at }
}

/** The same people once more, in the second one's own units. */
async function people(from: number, { id, mark }: Pick<Side, 'id' | 'mark'>) {
  const { password } = await db.from('officers').where('authority_id', from).firstOrFail()
  const units = await db.from('units').where('authority_id', id).select('id', 'code')
  const unitIds = new Map<string, number>(units.map((unit) => [unit.code, unit.id]))
  for (const { login, name, unit, roles } of DEMO_PEOPLE) {
    const own = {
      authority_id: id,
      unit_id: unit && unitIds.get(unit),
      login: loginOf(login, mark),
    }
    await db.table('officers').insert({ ...own, name, password })
    const officer = await db.from('officers').where('login', own.login).firstOrFail()
    const rows = roles.map((role) => ({ officer_id: officer.id, role }))
    await db.table('officer_roles').multiInsert(rows)
  }
}

function loginOf(name: string, mark: string) {
  return `${name}.${mark.toLowerCase()}`
}

/** Writes the mark behind every word of its own. */
async function marked({ id, mark, words, host }: Side, by: Told) {
  const withMark: Record<string, (word: string) => string> = {
    code: (word) => `${word}-${mark}`.toUpperCase(),
    login: (word) => (word.endsWith(`.${mark.toLowerCase()}`) ? word : loginOf(word, mark)),
  }
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const which = table === 'authorities' ? { id } : { authority_id: id }
    for (const row of await db.from(table).where(which)) {
      const changed = columns
        .filter((column) => row[column] !== null)
        .map((column) => [column, withMark[column]?.(row[column]) ?? `${row[column]} ${mark}`])
      await db.from(table).where('id', row.id).update(Object.fromEntries(changed))
    }
  }
  await db
    .from('authorities')
    .where({ id })
    .update({
      ...{ host: by === 'host' ? host : null, phone: words[1] },
      ...{ sender: mark, calls_numbers: true },
    })
}

/** Days of its own, and the words of its own for what citizens are told. */
async function ownRules({ id, mark }: Side) {
  const promise = {
    ...{ authority_id: id, clock: 'promise', petition_kind: null, days: 5 + id },
    ...{ counted: 'working', rolls: false, source: `kaynak ${mark}` },
    ...{ reason: `${5 + id} iş günü ${mark}`, reason_en: `${5 + id} working days ${mark}` },
  }
  await db.table('deadline_rules').insert(promise)
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  const leave = { day, portion: 'full', name: `İzin ${mark}`, kind: 'administrative' }
  await db.table('holidays').insert({ ...leave, authority_id: id, basis: mark })
  const [chief] = await db.from('officers').where({ authority_id: id }).orderBy('id')
  for (const locale of ['tr', 'en']) {
    for (const [event, text] of Object.entries(TEXTS)) {
      const words = { subject: null, text: `${text} ${mark}`, may_be_long: false }
      const at = { event, locale, version: 1, worded_at: '2026-01-05 09:00:00' }
      const row = { authority_id: id, officer_id: chief.id, ...at, ...words }
      await db.table('message_templates').insert({ ...row, channel: 'sms' })
      await db
        .table('message_templates')
        .insert({ ...row, channel: 'email', subject: `{number} ${mark}` })
    }
  }
}

const TEXTS = {
  received: 'Alındı {number} {secret}',
  receivedLate: 'Alındı {number} {secret}',
  routed: 'Birimde {number}',
  routedLate: 'Birimde {number}',
  forwarded: 'Gönderildi {number}',
  concluded: 'Bitti {number}',
  renewed: 'Yeni kod {number} {secret}',
}

export interface Heard {
  side: Side
  route: string
  what: string
  said: string
  status: number
}

/** Everybody who asks something of one of the two; all that they hear is kept. */
export class Asker {
  readonly heard: Heard[] = []

  constructor(private readonly client: ApiClient) {}

  async get(side: Side, who: string | null, path: string, headers: Record<string, string> = {}) {
    return this.#asked(side, who, 'GET', path, this.client.get(path).headers(headers))
  }

  async post(side: Side, who: string | null, path: string, fields: Record<string, string>) {
    return this.#asked(side, who, 'POST', path, this.client.post(path).form(fields))
  }

  /** Opens a page and sends the form on it that goes to `action`, with what it holds already. */
  async send(
    side: Side,
    who: string | null,
    page: string,
    action: string,
    typed: Record<string, string>
  ) {
    const opened = await this.get(side, who, page)
    const { _csrf, ...hidden }: Record<string, string> =
      opened.status() === 200 ? hiddenFields(opened.text(), action) : {}
    const sent = await this.post(side, who, action, { ...hidden, ...typed })
    if (sent.status() !== 303) {
      throw new Error(`${action} at ${side.host}: ${sent.status()} ${problemsIn(sent.text())}`)
    }
    return sent
  }

  async #asked(side: Side, who: string | null, method: string, path: string, asked: ApiRequest) {
    asked.header('host', side.host).redirects(0)
    if (who) {
      const officer = await Officer.findByOrFail('login', side.login(who))
      asked.withGuard('web').loginAs(officer)
      if (method === 'POST') asked.withCsrfToken()
    }
    const answer: ApiResponse = await asked
    const said = `${JSON.stringify(answer.headers())}\n${answer.text()}`
    const what = `${method} ${path} by ${who ?? 'a citizen'}`
    const route = routeOf(path, method)
    this.heard.push({ side, route, what, said, status: answer.status() })
    return answer
  }
}

function problemsIn(html: string) {
  return [...html.matchAll(/<li><a href="#[^>]*>([^<]*)/g)].map(([, words]) => words).join(' ')
}

/** What of somebody else's is in there, wherever it stands. */
export function foreignIn(said: string, other: Side) {
  const text = said.toLowerCase()
  return other.words.filter((word) => text.includes(word.toLowerCase()))
}
