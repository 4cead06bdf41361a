import { Browser } from '#database/demo/browser'
import type { Database, Counts } from './database.ts'
import type { House } from './house.ts'
import { load } from './load.ts'
import type { Server } from './processes.ts'
import type { Report } from './report.ts'

const PASSWORD = 'only-for-the-measurement'
/** So often a request is repeated for its counts. */
const TIMES = 20

export interface Sizes {
  /** Of each measurement. */
  seconds: number
  /** How many ask at once. */
  clients: number
  /** How many stand in the tables before anything is measured. */
  petitions: number
  /** A folder that was kept, of another size, for what is compared. */
  beside?: string
  /** Of the part `lists`: what its lines are called; all of them without it. */
  lines?: string
  /** Of the part `waves`: so many copies come, and one in twenty-five of them hides a need. */
  copies: number
}

interface Measuring {
  /** Which server's processor time counts; absent: the application's. */
  server?: Server
  /** How many ask at once; absent: the clients of this run. */
  people?: number
  /** One answer, for its bytes. */
  answer?: () => Promise<{ bytes: number }>
}

/** What all parts of the measurement share; `bench/parts/NAME.ts` exports a function that takes it. */
export class Bench {
  constructor(
    readonly house: House,
    readonly database: Database,
    /** The web process as in production, built, running. */
    readonly app: Server,
    readonly report: Report,
    readonly sizes: Sizes
  ) {}

  say(what: string) {
    process.stderr.write(`  ${what} …\n`)
  }

  /** Warms up, then measures speed; counts statements and rows over a few quiet repetitions. */
  async measure(
    name: string,
    act: (browser: Browser, turn: number) => Promise<void>,
    { server = this.app, people = this.sizes.clients, answer }: Measuring = {}
  ) {
    this.say(name)
    const { seconds } = this.sizes
    await load(server.url, people, Math.min(2, seconds / 4), act)
    const before = server.cpu
    const speed = await load(server.url, people, seconds, act)
    const cpu = ((server.cpu - before) * 1000) / speed.done
    const counts = server === this.app ? await this.#counted(act) : undefined
    const bytes = (await answer?.())?.bytes
    const measured = { ...speed, cpu, counts, bytes }
    this.report.add(name, measured)
    return measured
  }

  /** Somebody of this login, who is at work; in production the demonstration's password opens nothing. */
  async signedIn(login: string) {
    const { Officer } = await import('#organisation')
    const officer = await Officer.findByOrFail('login', login)
    await officer.merge({ password: PASSWORD }).save()
    const browser = new Browser(this.app.url)
    const { status } = await browser.post('/giris', { login, password: PASSWORD })
    if (status !== 303) throw new Error(`${login} could not sign in: ${status}`)
    return browser
  }

  /** Of one, to one decimal. */
  async #counted(act: (browser: Browser, turn: number) => Promise<void>) {
    const alone = new Browser(this.app.url)
    const counts = await this.database.count(async () => {
      for (let turn = 0; turn < TIMES; turn++) await act(alone, 1_000_000 + turn)
    })
    alone.close()
    const each = Object.entries(counts).map(([key, sum]) => [
      key,
      Math.round((sum * 10) / TIMES) / 10,
    ])
    return Object.fromEntries(each) as Counts
  }
}
