import { mkdirSync, writeFileSync } from 'node:fs'
import db from '@adonisjs/lucid/services/db'
import { castOf } from '#tests/support/databases/crowd/cast'
import { person } from '#tests/support/databases/crowd/people'
import type { Bench } from '../bench.ts'
import { Database } from '../database.ts'
import { House } from '../house.ts'
import { costOf, linesOf, type Cost, type Line } from './lists/lines.ts'
import { Side, type Kinds } from './lists/side.ts'

const MOST_ROWS = 500
const AIMED_ROWS = 100
/** Milliseconds at p99, over everything that was asked. */
const SLOWEST = 50
/** How much longer a page may take beside a hundredth of the petitions. */
const MOST_GROWTH = 1.5
/** So many lines are printed; all of them are written to a file. */
const SHOWN = 40
const FILE = 'tmp/bench_lists.txt'

interface Measured extends Line, Cost {
  beside?: Cost
}

/** Every list × filter × role: rows, statements, times; beside another size where one is named. */
export default async function lists(bench: Bench) {
  const { report, sizes } = bench
  const kinds = await kindsOf()
  const side = await Side.open(bench.database, bench.app, kinds)
  const beside = sizes.beside ? await another(sizes.beside, kinds) : undefined
  const all = await linesOf(side)
  const lines = all.filter(({ what }) => what.includes(sizes.lines ?? ''))
  const measured: Measured[] = []
  for (const [at, line] of lines.entries()) {
    process.stderr.write(
      `\r  lists: ${at + 1} of ${lines.length}, ${line.who} ${line.what}`.padEnd(78)
    )
    const cost = await costOf(side, line)
    measured.push({ ...line, ...cost, beside: beside && (await costOf(beside.side, line)) })
  }
  process.stderr.write('\n')
  side.close()
  await beside?.close()
  tell(report, measured)
}

function tell(report: Bench['report'], measured: Measured[]) {
  const worst = measured.toSorted((one, other) => other.rows - one.rows)
  const rows = worst.map(shown)
  mkdirSync('tmp', { recursive: true })
  writeFileSync(FILE, [HEAD, ...rows].join('\n') + '\n')
  report.note([HEAD, ...rows.slice(0, SHOWN), `… ${rows.length} lines in ${FILE}`].join('\n'))

  const most = worst[0]!
  const aimed = measured.filter((line) => line.rows <= AIMED_ROWS).length
  report.floor(
    `a page of any list reads at most ${MOST_ROWS} rows, whoever asks for what`,
    `${most.rows} (${most.who}: ${most.what}); at most ${AIMED_ROWS} in ${aimed} of ${measured.length} lines`,
    most.rows <= MOST_ROWS
  )
  const p99 = share(
    measured.map((line) => line.p99),
    0.99
  )
  report.floor(
    `p99 of 99 in 100 lists is at most ${SLOWEST} ms`,
    `${p99.toFixed(1)} ms`,
    p99 <= SLOWEST
  )
  const growth = measured.flatMap(({ p50, beside }) => (beside ? [p50 / beside.p50] : []))
  if (growth.length === 0) return
  const [half, nearlyAll] = [share(growth, 0.5), share(growth, 0.95)]
  report.floor(
    `beside the other size 95 of 100 lists take at most ${MOST_GROWTH} times as long`,
    `${nearlyAll.toFixed(2)}, the median ${half.toFixed(2)}`,
    nearlyAll <= MOST_GROWTH
  )
}

const HEAD = cells(['rows', 'stmts', 'p50 ms', 'p99 ms', 'beside', 'p50 ms', 'ratio'], 'who: list')

function shown({ who, what, rows, statements, p50, p99, beside }: Measured) {
  const other = beside
    ? [beside.rows, beside.p50.toFixed(2), (p50 / beside.p50).toFixed(2)]
    : ['', '', '']
  const mark = rows > MOST_ROWS ? '  TOO MANY' : ''
  return cells(
    [rows, statements, p50.toFixed(2), p99.toFixed(2), ...other],
    `${who}: ${what}${mark}`
  )
}

function cells(figures: (string | number)[], name: string) {
  return `${figures.map((figure) => String(figure).padStart(8)).join('')}  ${name}`
}

function share(numbers: number[], of: number) {
  return numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) * of)]!
}

/** What most have, what hardly any has, what none has; one of the people with a thousand petitions. */
async function kindsOf(): Promise<Kinds> {
  const { id } = await db.from('authorities').firstOrFail()
  const { units, withoutAny, subjects, sensitive } = await castOf(id, db.connection())
  const [busy, nobody] = [person(0), person(9_999_999)]
  return {
    units: { most: units[0]!.code, few: units.at(-1)!.code, none: withoutAny.code },
    subjects: {
      ...{ most: subjects[0]!.code, few: subjects.at(-1)!.code },
      none: (sensitive ?? subjects[0]!).code,
    },
    outcomes: { most: 'granted', few: 'inadmissible', none: 'refused' },
    phones: { most: busy.phone, none: nobody.phone },
    names: { most: 'Ayşe Deneme 0', none: 'Hiç Kimse' },
    nationalIds: { most: busy.nationalId, none: nobody.nationalId },
    papers: { most: 'E-2026/7', none: 'E-2026/8' },
  }
}

/** A kept database of another size, with a web process of its own. */
async function another(keep: string, kinds: Kinds) {
  const house = await House.open({}, { keep })
  const database = new Database(house.mariadb.settings)
  const server = await house.server()
  const side = await Side.open(database, server, kinds)
  const close = async () => {
    side.close()
    await server.stop()
    await database.close()
    await house.mariadb.stop()
  }
  return { side, close }
}
