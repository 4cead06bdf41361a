import db from '@adonisjs/lucid/services/db'
import type { Officer, Role } from '#organisation'
import { learnTables, sinsOf, type Sent } from '#tests/support/databases/plans'
import { RowCounts } from '#tests/support/databases/row_counts'
import { newOfficer } from '../journey.js'
import { LISTS, type Ask, type Asked } from './lists.js'
import { PEOPLE, type Who } from './people.js'
import { following, unpainted, type Shown } from './unpainted.js'
import { whatToAsk } from './what_to_ask.js'

/** Rows that a page may read, and that it should. */
const GATE = 500
const AIM = 100
/** This page of a list is asked for as well, where there is one, by these. */
const FAR = 20
const FAR_SIGHTED: Who[] = ['desk', 'bigUnit', 'manager', 'deskOfUnit']
/** So often what has read too much is asked again. */
const AGAIN = 8
/** So many of the worst are named. */
const NAMED = 20

type Part = readonly [unit: 'bureau' | 'most' | 'few' | 'none' | null, ...Role[]]

interface Page {
  what: string
  route: string
  read: number
  aside: number
}

/** Everybody asks for everything: what each page reads is counted, and how it is found looked at. */
export class ListWalk {
  /** @param people those who ask; absent: everybody */
  static async begin(people = Object.keys(PEOPLE) as Who[]) {
    await learnTables()
    const everybody = await newOfficer('herkes', 'AKB', ['bureauChief', 'manager', 'unitHead'])
    const walk = new ListWalk(await whatToAsk(await everybody.loadRoles()))
    await walk.#hire(people)
    if (db.connection().dialect.name === 'mysql') walk.#rows = await RowCounts.begin()
    return walk
  }

  readonly pages: Page[] = []
  /** What a plan does wrong, with the page where it was seen first. */
  readonly #sins = new Map<string, string>()
  readonly #cast = new Map<Who, Officer>()
  readonly #seen = new Set<string>()
  #rows: RowCounts | null = null

  private constructor(private readonly asked: Asked) {}

  async all() {
    for (const [who, officer] of this.#cast) {
      for (const [route, line] of Object.entries(LISTS)) {
        if (!officer.mayOpen(route)) continue
        for (const ask of line(this.asked)) await this.#pagesOf({ who, officer, route }, ask)
      }
    }
  }

  /** Pages that read too much, and plans that grow. */
  get failures() {
    const named = this.#beyond
      .slice(0, NAMED)
      .map(({ what, read, aside }) => `${read}/${aside} ${what}`)
    return [...named, ...this.#plans]
  }

  get summary() {
    const wishful = this.pages.filter(({ read }) => read > AIM).length
    const [pages, beyond] = [this.pages.length, this.#beyond.length]
    return `${pages} pages of lists: ${beyond} read more than ${GATE} rows, ${wishful} more than ${AIM}; ${this.#seen.size} plans looked at`
  }

  get mostRead() {
    return Math.max(...this.pages.map(({ read }) => read))
  }

  /** Of each line of the catalogue the first thing that it asks. */
  firstOfEach() {
    return Object.values(LISTS).map((line) => line(this.asked)[0]!)
  }

  get #beyond() {
    const beyond = this.pages.filter(({ read, aside }) => Math.max(read, aside) > GATE)
    return beyond.sort((one, other) => other.read - one.read)
  }

  get #plans() {
    return [...this.#sins].map(([sin, where]) => `${sin}: ${where}`)
  }

  async #hire(people: Who[]) {
    const { units } = this.asked
    for (const who of people) {
      const [unit, ...roles] = PEOPLE[who] as Part
      const code = unit && (unit === 'bureau' ? 'AKB' : units[unit])
      const officer = await newOfficer(who, code, roles)
      this.#cast.set(who, await officer.loadRoles())
    }
  }

  /** The first two pages; on MariaDB, where rows are counted, some go on to a far one. */
  async #pagesOf(by: { who: Who; officer: Officer; route: string }, first: Ask) {
    const isFar = this.#rows && FAR_SIGHTED.includes(by.who) && !first.path.includes('&')
    const last = isFar ? FAR : 2
    let ask: Ask | null = first
    for (let page = 1; ask && page <= last; page++) {
      const what = `${by.who}, page ${page} of ${ask.path} ${ask.form?.ara ?? ''}`
      const { shown, sent } = await this.#opened(by.officer, ask, { what, route: by.route })
      if (page <= 2) for (const one of sent) await this.#look(one, what, by.route)
      ask = following(ask, shown)
    }
  }

  async #opened(officer: Officer, ask: Ask, about: { what: string; route: string }) {
    await this.#rows?.since()
    const heard = await statementsOf(() => shownTo(officer, ask))
    let spent = (await this.#rows?.since()) ?? { read: 0, aside: 0 }
    // Units, subjects and holidays may have been read afresh beside it, of thirteen authorities too.
    for (let again = 0; again < AGAIN && spent.read > GATE; again++) {
      await shownTo(officer, ask)
      spent = await this.#rows!.since()
    }
    this.pages.push({ ...about, ...spent })
    return heard
  }

  /** Each statement's plan once: on MariaDB it depends on the values. */
  async #look(sent: Sent, where: string, route: string) {
    const key = this.#rows ? JSON.stringify(sent) : sent.sql
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    for (const found of await sinsOf(sent)) {
      const sin = `${route}: ${found}`
      if (!this.#sins.has(sin)) this.#sins.set(sin, `${where}\n    ${sent.sql}`)
    }
  }
}

/** Nothing where the page is not there for this officer, or not open to them. */
async function shownTo(officer: Officer, ask: Ask): Promise<Shown> {
  try {
    return await unpainted(officer, ask)
  } catch (error) {
    const { status } = error as { status?: number }
    if (status !== 404 && status !== 403) throw error
    return {}
  }
}

async function statementsOf(work: () => Promise<Shown>) {
  const sent: Sent[] = []
  const hear = ({ sql, bindings = [] }: { sql: string; bindings?: unknown[] }) =>
    void sent.push({ sql, bindings })
  const client = db.connection().getReadClient()
  client.on('query', hear)
  try {
    return { shown: await work(), sent }
  } finally {
    client.off('query', hear)
  }
}
