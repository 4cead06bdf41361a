/**
 * `npm run bench`: how fast and how frugal, measured in one run on one machine against raw Node and
 * against the same rows written by a bare transaction. Ratios hold; absolute figures do not.
 *
 *   npm run bench -- --seconds=10 --clients=32 --petitions=100000
 *   npm run bench -- --only=queue,pages --petitions=1000000 --keep=/var/tmp/million
 *   npm run bench -- --only=lists --petitions=1000000 --authorities=13
 *
 * Each file of `bench/parts/` is a part. `--keep` names a folder where the database stays, and is
 * found again by the next measurement; `--beside` one that is compared with it, as 10,000,000 with
 * 100,000. Filling that was broken off goes on there. What takes hours and
 * much of the disk, as 10,000,000 petitions, wants `--sure` beside it. `--authorities`: a governorate
 * with its districts, among which the petitions are shared out. `--lines='/masa today'`: of the part
 * `lists` those alone that are so named. `--copies=300`: a smaller wave in the part `waves`.
 */
import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { application } from './application.ts'
import { Bench } from './bench.ts'
import { Database } from './database.ts'
import { House } from './house.ts'
import { Report } from './report.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '32' },
    petitions: { type: 'string', default: '100000' },
    authorities: { type: 'string', default: '1' },
    only: { type: 'string' },
    keep: { type: 'string' },
    beside: { type: 'string' },
    lines: { type: 'string' },
    copies: { type: 'string', default: '5000' },
    sure: { type: 'boolean', default: false },
  },
})
const sizes = {
  seconds: Number(values.seconds),
  clients: Number(values.clients),
  petitions: Number(values.petitions),
  beside: values.beside,
  lines: values.lines,
  copies: Number(values.copies),
}

const PARTS = readdirSync(new URL('parts/', import.meta.url))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .toSorted()
const wanted = values.only?.split(',') ?? PARTS
const unknown = wanted.find((name) => !PARTS.includes(name))
if (unknown) {
  console.error(`There is no part ${unknown}; the parts are: ${PARTS.join(', ')}`)
  process.exit(1)
}

say('starting MariaDB (every commit synced), building the server as it runs in production')
const house = await House.open({}, { keep: values.keep })
await house.build()
// Parts import models, which need the application.
await application(house.env)
const { fill } = await import('./filling/fill.ts')
const { standUp } = await import('./filling/districts.ts')
await standUp(Number(values.authorities))
await fill(house, sizes.petitions, { isSure: values.sure, folder: values.keep ?? house.folder })
const database = new Database(house.env)
const app = await house.server()

const report = new Report(cpus()[0]?.model ?? 'unknown processor')
const bench = new Bench(house, database, app, report, sizes)
for (const name of wanted) {
  say(name)
  const { default: part } = (await import(`./parts/${name}.ts`)) as {
    default: (bench: Bench) => Promise<unknown>
  }
  try {
    await part(bench)
  } catch (error) {
    console.error(error)
    report.floor(`${name} comes to its end`, 'broke off', false)
  }
}
report.note(`the web process holds ${Math.round(app.memory)} MB after the run`)
report.print()
await Promise.all([app.stop(), database.close()])
if (values.keep) await house.mariadb.stop()
process.exit(report.missed ? 1 : 0)

function say(what: string) {
  process.stderr.write(`  ${what} …\n`)
}
