import type { Counts } from './database.ts'
import type { Load } from './load.ts'

export interface Measured extends Load {
  /** milliseconds of the server's processor time for one */
  cpu?: number
  /** of one */
  counts?: Counts
  bytes?: number
}

interface Floor {
  what: string
  shown: string
  isReached: boolean
}

const HEAD = ['a second', 'p50 ms', 'p99 ms', 'CPU ms', 'to raw']
const COUNTED = ['statements', 'commits', 'rows', 'writes'] as const
export const RAW = 'raw Node hello'

/** What the measurement ends with; what was not reached is said as plainly as what was. */
export class Report {
  readonly #lines = new Map<string, Measured>()
  readonly #tables: string[] = []
  readonly #floors: Floor[] = []

  constructor(private readonly machine: string) {}

  /** A line of the first table. */
  add(name: string, measured: Measured) {
    this.#lines.set(name, measured)
  }

  /** A table of a part's own, or a remark, as it is to be printed. */
  note(text: string) {
    this.#tables.push(text)
  }

  /** What is promised (docs/operations/performance.md), with the figure. */
  floor(what: string, shown: string | number, isReached: boolean) {
    this.#floors.push({ what, shown: String(shown), isReached })
  }

  get missed() {
    return this.#floors.some(({ isReached }) => !isReached)
  }

  print() {
    const day = new Date().toISOString().slice(0, 10)
    console.log(`\n${this.machine}, Node ${process.versions.node}, ${day}\n`)
    if (this.#lines.size > 0) {
      console.log(row('', ...HEAD, 'stmts', ...COUNTED.slice(1), 'bytes'))
      for (const [name, measured] of this.#lines) console.log(row(name, ...this.#cells(measured)))
    }
    for (const table of this.#tables) console.log(`\n${table}`)
    console.log('')
    for (const { what, shown, isReached } of this.#floors) {
      console.log(`  ${isReached ? 'reached    ' : 'NOT REACHED'}  ${what}: ${shown}`)
    }
  }

  #cells({ rate, p50, p99, cpu, counts, bytes }: Measured) {
    const raw = this.#lines.get(RAW)?.rate
    const counted = COUNTED.map((key) => counts?.[key] ?? '')
    const speed = [Math.round(rate), fixed(p50), fixed(p99), cpu === undefined ? '' : fixed(cpu)]
    return [...speed, raw ? percent(rate / raw) : '', ...counted, bytes ?? '']
  }
}

function row(name: string, ...cells: (string | number)[]) {
  return name.padEnd(28) + cells.map((cell) => String(cell).padStart(9)).join('')
}

const fixed = (value: number) => value.toFixed(2)

export function percent(share: number) {
  return `${(share * 100).toFixed(1)} %`
}
