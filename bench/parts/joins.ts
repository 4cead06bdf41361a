import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import type { Bench } from '../bench.ts'
import { fillAlike } from '../filling/alike.ts'
import { timesOfFinding } from '../pieces/alike.ts'
import { run } from '../processes.ts'

/** Milliseconds at p95 for finding the same problem; and rows of one search. */
const SLOWEST = 10
const MOST_ROWS = 500

type Times = Awaited<ReturnType<typeof timesOfFinding>>

/** Aynı sorun bildirilmiş: what finding it takes among all petitions, each of them on a public subject. */
export default async function joins(bench: Bench) {
  const { report, database, sizes, say } = bench
  const { id } = await db.from('authorities').orderBy('id').firstOrFail()
  say('every petition gets its words, on MariaDB')
  await fillAlike(id, sizes.petitions)
  await timesOfFinding(id)
  told(report, 'MariaDB', await timesOfFinding(id))
  const { rows } = await database.count(() => timesOfFinding(id))
  const each = Math.round(rows / 1_000)
  report.floor(`finding it reads at most ${MOST_ROWS} rows`, each, each <= MOST_ROWS)
  say('the same on SQLite')
  told(report, 'SQLite', await onSqlite(bench))
}

async function onSqlite({ house, sizes }: Bench): Promise<Times> {
  const file = join(house.folder, 'alike.sqlite3')
  const env = { ...house.env, DB_CONNECTION: 'sqlite', SQLITE_FILE: file, NODE_ENV: 'development' }
  await run(['ace.js', 'migration:run', '--force'], env)
  await run(['ace.js', 'demo:seed', '--no-petitions'], env)
  const args = ['bin/setup.js', 'bench/pieces/alike_sqlite.ts', String(sizes.petitions)]
  const settings = { env: { ...process.env, ...env } }
  const { stdout } = await promisify(execFile)(process.execPath, args, settings)
  return JSON.parse(stdout.slice(stdout.indexOf('{'))) as Times
}

function told(report: Bench['report'], name: string, { median, p95, p99, offers }: Times) {
  const ms = (value: number) => `${value.toFixed(2)} ms`
  const shown = `median ${ms(median)}, p95 ${ms(p95)}, p99 ${ms(p99)}; ${Math.round(offers * 100)} % are offered one`
  report.floor(`${name}: the same problem is found in ${SLOWEST} ms at p95`, shown, p95 <= SLOWEST)
}
