import { Hash } from '@adonisjs/core/hash'
import { Scrypt } from '@adonisjs/core/hash/drivers/scrypt'
import type { ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { Browser } from '#database/demo/browser'
import { PEOPLE, type Who } from '#tests/support/walks/people'
import type { Asked, Sorts } from '#tests/support/walks/lists'
import type { Database } from '../../database.ts'
import type { Server } from '../../processes.ts'

const PASSWORD = 'only-for-the-measurement'

/** What of units, subjects and outcomes is worth asking; the same on every side. */
export type Kinds = Pick<
  Asked,
  'units' | 'subjects' | 'outcomes' | 'phones' | 'nationalIds' | 'papers' | 'names'
>

/** One database with its web process, and everybody signed in. */
export class Side {
  static async open(database: Database, server: Server, kinds: Kinds) {
    const side = new Side(database, server)
    await side.#hire(kinds.units)
    side.asked = { ...kinds, ...(await side.#found()) }
    return side
  }

  asked!: Asked
  readonly people = new Map<Who, Browser>()

  private constructor(
    readonly database: Database,
    readonly server: Server
  ) {}

  close() {
    for (const browser of this.people.values()) browser.close()
  }

  async #hire(units: Sorts) {
    const password = await new Hash(new Scrypt({})).make(PASSWORD)
    for (const [who, [unit, ...roles]] of Object.entries(PEOPLE)) {
      const code = unit === 'bureau' ? 'AKB' : (units[unit as keyof Sorts] ?? null)
      await this.#enter(who, code, roles, password)
      const browser = new Browser(this.server.url)
      const { status } = await browser.post('/giris', { login: loginOf(who), password: PASSWORD })
      if (status !== 303) throw new Error(`${who} could not sign in: ${status}`)
      this.people.set(who as Who, browser)
    }
  }

  /** A kept database knows them from the last time. */
  async #enter(who: string, code: string | null, roles: readonly string[], password: string) {
    const login = loginOf(who)
    const { pool } = this.database
    const [known] = await pool.query<ResultSetHeader>(
      'update officers set password = ? where login = ?',
      [password, login]
    )
    if (known.affectedRows > 0) return
    const [added] = await pool.query<ResultSetHeader>(
      `insert into officers (authority_id, unit_id, login, name, password)
       select authority_id, (select id from units where code = ? limit 1), ?, ?, ?
       from officers where login = 'sef' limit 1`,
      [code, login, who, password]
    )
    for (const role of roles) {
      await pool.query('insert into officer_roles (officer_id, role) values (?, ?)', [
        added.insertId,
        role,
      ])
    }
  }

  /** A petition like any, one that was given back, messages that did not arrive, and what pages offer. */
  async #found() {
    const one = async (sql: string) => {
      const [[row]] = await this.database.pool.query<RowDataPacket[]>(`${sql} limit 1`)
      return row!
    }
    const of = 'from messages join petitions on petitions.id = messages.petition_id'
    const missed = `select messages.id, number ${of} where missed_at is not null`
    const [plain, long] = [await one(missed), await one(`${missed} and returns > 0`)]
    const chief = await one("select id from officers where login = 'sef'")
    return {
      petitions: { plain: plain.number as string, long: long.number as string },
      messages: { plain: String(plain.id), long: String(long.id) },
      officer: chief.id as number,
      assignee: chief.id as number,
      test: 0,
      authorities: await this.#authorities(),
      offered: {
        'queue.index': await this.#offered('/masa', /filtre=(\w+)/g),
        'inbox.index': await this.#offered('/birim', /filtre=(\w+)/g),
        'register.index': await this.#offered('/kayit', /<option value="(\w+)"/g, 'durum'),
      },
    }
  }

  /** Where there are several: one with a share like most, and one above them. */
  async #authorities() {
    const [rows] = await this.database.pool.query<RowDataPacket[]>(
      'select code from authorities order by id limit 2'
    )
    return rows.length > 1 ? rows.map(({ code }) => code as string) : []
  }

  /** The filters of a page, as its links or one of its fields name them. */
  async #offered(path: string, named: RegExp, field?: string) {
    const { body } = await this.people.get('managerAndChief')!.get(path)
    const part = field ? body.split(`name="${field}"`)[1]!.split('</select>')[0]! : body
    const found = [...new Set([...part.matchAll(named)].map(([, key]) => key!))]
    if (found.length === 0) throw new Error(`${path} offers no filter`)
    return found
  }
}

function loginOf(who: string) {
  return `bench.${who.toLowerCase()}`
}
