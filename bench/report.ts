import type { Counts } from './database.ts'
import type { Load } from './load.ts'

interface Measured extends Load {
  /** milliseconds of the server's processor time for one */
  cpu: number
  counts: Counts
  times: number
  bytes?: number
}

/** What is promised (docs/operations/performance.md); a figure not reached is printed as such. */
const FLOORS: {
  what: string
  holds: (report: Report) => boolean
  shown: (report: Report) => string
}[] = [
  {
    what: 'a submission reaches at least 15 % of the ceiling',
    shown: (r) => percent(r.rate('submission (GET + POST)') / r.ceiling!.rate),
    holds: (r) => r.rate('submission (GET + POST)') / r.ceiling!.rate >= 0.15,
  },
  {
    what: 'a submission takes at most 8 statements and one commit',
    shown: (r) =>
      `${r.each('submission (GET + POST)', 'statements')} and ${r.each('submission (GET + POST)', 'commits')}`,
    holds: (r) =>
      r.each('submission (GET + POST)', 'statements') <= 8 &&
      r.each('submission (GET + POST)', 'commits') <= 1,
  },
  {
    what: "a citizen's GET writes nothing and takes at most 2 statements",
    shown: (r) =>
      CITIZENS.map((n) => `${r.each(n, 'writes')} and ${r.each(n, 'statements')}`).join('; '),
    holds: (r) => CITIZENS.every((n) => r.each(n, 'writes') <= 0 && r.each(n, 'statements') <= 2),
  },
  {
    what: "a citizen's first page is at most 14 kB",
    shown: (r) => `${r.bytes("citizen's first page")} bytes`,
    holds: (r) => r.bytes("citizen's first page") <= 14 * 1024,
  },
  {
    what: 'a queue page reads at most 500 rows',
    shown: (r) => String(r.each('queue', 'rows')),
    holds: (r) => r.each('queue', 'rows') <= 500,
  },
]
const CITIZENS = ["citizen's first page", 'petition form (GET)']

/** The table that the measurement ends with. */
export class Report {
  ceiling?: Load
  readonly #lines = new Map<string, Measured>()

  constructor(private readonly machine: string) {}

  add(name: string, measured: Measured) {
    this.#lines.set(name, measured)
  }

  rate(name: string) {
    return this.#lines.get(name)!.rate
  }

  bytes(name: string) {
    return this.#lines.get(name)!.bytes ?? 0
  }

  /** So many a request, to one decimal. */
  each(name: string, counted: keyof Counts) {
    const { counts, times } = this.#lines.get(name)!
    return Math.round((counts[counted] / times) * 10) / 10
  }

  get missed() {
    return FLOORS.some((floor) => !floor.holds(this))
  }

  print() {
    const raw = this.rate('raw Node hello')
    console.log(
      `\n${this.machine}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}\n`
    )
    console.log(
      row(
        '',
        'a second',
        'p50 ms',
        'p99 ms',
        'CPU ms',
        'to raw',
        'stmts',
        'commits',
        'rows',
        'writes',
        'bytes'
      )
    )
    for (const [name, m] of this.#lines) {
      const database = name.startsWith('raw')
        ? ['', '', '', '']
        : (['statements', 'commits', 'rows', 'writes'] as const).map((key) => this.each(name, key))
      console.log(
        row(
          name,
          Math.round(m.rate),
          fixed(m.p50),
          fixed(m.p99),
          fixed(m.cpu),
          percent(m.rate / raw),
          ...database,
          m.bytes ?? ''
        )
      )
    }
    const { rate, p50, p99 } = this.ceiling!
    console.log(
      row(
        'ceiling: bare transaction',
        Math.round(rate),
        fixed(p50),
        fixed(p99),
        '',
        percent(rate / raw)
      )
    )
    console.log('')
    for (const floor of FLOORS) {
      console.log(
        `  ${floor.holds(this) ? 'reached    ' : 'NOT REACHED'}  ${floor.what}: ${floor.shown(this)}`
      )
    }
  }

  memory(megabytes: number) {
    console.log(`\n  the web process holds ${Math.round(megabytes)} MB after the run`)
  }
}

function row(name: string, ...cells: (string | number)[]) {
  return name.padEnd(28) + cells.map((cell) => String(cell).padStart(9)).join('')
}

const fixed = (value: number) => value.toFixed(2)
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
