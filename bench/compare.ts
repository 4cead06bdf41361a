/**
 * `npm run bench:compare -- --before=FOLDER`: this version beside another one (a clone with its own
 * `npm ci`), in one run, in turn. Gated is what does not swing with the machine: statements, commits,
 * rows, writes and bytes, none of them more; and CPU a request, the median of five pairs, at most 5 %
 * more. Rates swing and are printed.
 *
 *   npm run bench:compare -- --before=../before --seconds=4 --clients=16 --pairs=5 --only=submission,queue
 */
import { parseArgs } from 'node:util'
import { Hash } from '@adonisjs/core/hash'
import { Scrypt } from '@adonisjs/core/hash/drivers/scrypt'
import { Browser } from '#database/demo/browser'
import { Database, type Counts } from './database.ts'
import { House } from './house.ts'
import { load, type Load } from './load.ts'
import type { Server } from './processes.ts'
import { lookUp, page, petitionForm, receiptAt, submit, type Receipt } from './visits.ts'

const { values } = parseArgs({
  options: {
    before: { type: 'string' },
    seconds: { type: 'string', default: '4' },
    clients: { type: 'string', default: '16' },
    pairs: { type: 'string', default: '5' },
    petitions: { type: 'string', default: '20000' },
    only: { type: 'string' },
  },
})
if (!values.before) throw new Error('Say which other version: --before=FOLDER')
const [seconds, clients, pairs] = [values.seconds, values.clients, values.pairs].map(Number) as [
  number,
  number,
  number,
]
const TIMES = 20
const MORE_CPU = 1.05
const PASSWORD = 'only-for-the-measurement'
const PACKED = { 'accept-encoding': 'br, gzip' }

/** One of the two versions, running. */
class Version {
  static async open(name: string, root?: string) {
    say(`${name}: MariaDB, tables, building`)
    const house = await House.open({}, { root })
    await house.build()
    const database = new Database(house.mariadb.settings)
    const server = await house.server()
    const version = new Version(name, server, database)
    await version.#prepare()
    return version
  }

  readonly #people = new Map<string, Browser>()
  receipt!: Receipt
  /** Of a petition that waits at the desk. */
  number!: string

  private constructor(
    readonly name: string,
    readonly server: Server,
    readonly database: Database
  ) {}

  signedIn(login: string) {
    return this.#people.get(login)!
  }

  async #prepare() {
    const citizen = new Browser(this.server.url)
    this.receipt = await receiptAt(citizen, await submit(citizen, petitionForm(0)))
    this.number = this.receipt.number
    await this.database.fill(Number(values.petitions))
    // As most people choose one: the managers' page counts by it.
    await this.database.pool.query(
      "update petitions set subject_id = (select min(id) from subjects) where number like '09%'"
    )
    const password = await new Hash(new Scrypt({})).make(PASSWORD)
    await this.database.pool.query('update officers set password = ?', [password])
    for (const login of ['masa', 'tarim', 'kaymakam']) {
      const officer = new Browser(this.server.url)
      const { status } = await officer.post('/giris', { login, password: PASSWORD })
      if (status !== 303) throw new Error(`${login} could not sign in: ${status}`)
      this.#people.set(login, officer)
    }
  }
}

interface Visit {
  name: string
  act: (version: Version) => (browser: Browser, turn: number) => Promise<void>
  /** Whose bytes count; absent: an answer that is no page. */
  path?: string
  login?: string
}

function opened(name: string, path: string, login?: string): Visit {
  const act = (version: Version) => (browser: Browser) =>
    page(login ? version.signedIn(login) : browser, path, PACKED)
  return { name, act, path, login }
}

const VISITS: Visit[] = [
  opened("citizen's first page", '/'),
  opened('petition form (GET)', '/basvuru'),
  {
    name: 'submission (GET + POST)',
    act: () => (browser, turn) => submit(browser, petitionForm(turn)).then(() => {}),
  },
  { name: 'look-up', act: (version) => (browser) => lookUp(browser, version.receipt) },
  opened('queue', '/masa', 'masa'),
  opened('register', '/kayit', 'masa'),
  opened('inbox', '/birim', 'tarim'),
  opened("managers' page", '/izleme', 'kaymakam'),
  {
    name: 'card',
    act: (version) => () => page(version.signedIn('masa'), `/dosya/${version.number}`, PACKED),
  },
]

const before = await Version.open('before', values.before)
const after = await Version.open('after')
let turn = 0
let worse = 0

console.log(row('', 'CPU ms', 'before', 'ratio', 'a second', 'before', 'counts (before)'))
const only = values.only?.split(',') ?? ['']
for (const visit of VISITS.filter(({ name }) => only.some((word) => name.startsWith(word)))) {
  say(visit.name)
  const measured: { before: Cost; after: Cost }[] = []
  await cost(before, visit, seconds / 2)
  await cost(after, visit, seconds / 2)
  for (let pair = 0; pair < pairs; pair++) {
    // Whoever is first changes from pair to pair.
    const order = pair % 2 ? [after, before] : [before, after]
    const costs = new Map<Version, Cost>()
    for (const version of order) costs.set(version, await cost(version, visit, seconds))
    measured.push({ before: costs.get(before)!, after: costs.get(after)! })
  }
  const ratio = median(measured.map((one) => one.after.cpu / one.before.cpu))
  const [was, is] = [await counts(before, visit), await counts(after, visit)]
  const more = Object.keys(is).filter((key) => is[key]! > was[key]!)
  const tooMuch = ratio > MORE_CPU ? ['CPU', ...more] : more
  if (tooMuch.length > 0) worse++
  console.log(
    row(
      visit.name,
      median(measured.map((one) => one.after.cpu)).toFixed(2),
      median(measured.map((one) => one.before.cpu)).toFixed(2),
      ratio.toFixed(3),
      Math.round(median(measured.map((one) => one.after.rate))),
      Math.round(median(measured.map((one) => one.before.rate))),
      Object.entries(is)
        .map(([key, value]) => `${key} ${value} (${was[key]})`)
        .join(', ') + (tooMuch.length > 0 ? `  MORE: ${tooMuch.join(', ')}` : '')
    )
  )
}
console.log(
  `\nmemory of the web process: ${Math.round(after.server.memory)} MB (${Math.round(before.server.memory)} MB before)`
)
await Promise.all(
  [before, after].flatMap(({ server, database }) => [server.stop(), database.close()])
)
process.exit(worse > 0 ? 1 : 0)

type Cost = Load & { cpu: number }

async function cost(version: Version, visit: Visit, long: number): Promise<Cost> {
  const started = version.server.cpu
  const act = visit.act(version)
  const people = visit.login || visit.name === 'card' ? 1 : clients
  const speed = await load(version.server.url, people, long, (browser) => act(browser, ++turn))
  return { ...speed, cpu: ((version.server.cpu - started) * 1000) / speed.done }
}

/** Of one request, to one decimal; the bytes as they come over the wire. */
async function counts(version: Version, visit: Visit) {
  const browser = new Browser(version.server.url)
  const act = visit.act(version)
  const spent: Counts = await version.database.count(async () => {
    for (let time = 0; time < TIMES; time++) await act(browser, ++turn)
  })
  const each = Object.entries(spent).map(([key, value]) => [key, Math.round(value / 2) / 10])
  const who = visit.login ? version.signedIn(visit.login) : browser
  const size = visit.path ? { bytes: (await who.get(visit.path, PACKED)).bytes } : {}
  browser.close()
  return { ...Object.fromEntries(each), ...size } as Record<string, number>
}

function median(numbers: number[]) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]!
}

function row(name: string, ...cells: (string | number)[]) {
  const [text, ...figures] = cells.toReversed()
  const padded = figures.toReversed().map((cell) => String(cell).padStart(9))
  return `${name.padEnd(26)}${padded.join('')}  ${text}`
}

function say(what: string) {
  process.stderr.write(`  ${what} …\n`)
}
