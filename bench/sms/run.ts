/**
 * `npm run bench:sms`: whether text messages arrive, whatever dies, and how fast, measured in one run
 * on one machine against Kannel where that is installed.
 *
 *   npm run bench:sms -- --only=throughput,kills --messages=2000
 */
import { parseArgs } from 'node:util'
import { killAll } from '../processes.ts'
import { Bed } from './bed.ts'
import { heap } from './heap.ts'
import { kills } from './kills.ts'
import { limits } from './limits.ts'
import { logs } from './logs.ts'
import { citizensPage } from './page.ts'
import { promptness } from './promptness.ts'
import { Table } from './table.ts'
import { throughput } from './throughput.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    messages: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    faults: { type: 'string', default: '500' },
    idle: { type: 'string', default: '60' },
    waiting: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '6' },
    heap: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '3' },
    profile: { type: 'string' },
  },
})
const count = Number(values.messages)
/** Milliseconds. */
const LONGEST = 3_600_000

const PARTS: Record<string, (bed: Bed, table: Table) => Promise<unknown>> = {
  kills: (bed, table) => kills(bed, table, { count, seed: Number(values.seed) }),
  // Imports models, which need the application that the bed brings up.
  faults: async (bed, table) => {
    const { faults } = await import('./faults.ts')
    await faults(bed, table, Number(values.faults))
  },
  throughput: (bed, table) =>
    throughput(bed, table, { count, rounds: Number(values.rounds), profile: profiling() }),
  limits,
  promptness: (bed, table) => promptness(bed, table, Number(values.idle)),
  page: (bed, table) => {
    const { waiting, seconds } = values
    return citizensPage(bed, table, { waiting: Number(waiting), seconds: Number(seconds) })
  },
  heap: (bed, table) => heap(bed, table, Number(values.heap)),
  logs,
}

const wanted = values.only?.split(',') ?? Object.keys(PARTS)
const unknown = wanted.find((name) => !PARTS[name])
if (unknown) {
  console.error(`There is no part ${unknown}; the parts are: ${Object.keys(PARTS).join(', ')}`)
  process.exit(1)
}

setTimeout(() => end('it took too long'), LONGEST).unref()
say('starting MariaDB (every commit synced) and building the application')
const bed = await Bed.make()
const table = new Table()
for (const name of wanted) {
  say(name)
  try {
    await PARTS[name]!(bed, table)
  } catch (error) {
    console.error(error)
    killAll()
    table.add(name, 'this part', 'broke off', 'comes to its end', false)
  }
}
end()

function end(why?: string) {
  if (why) table.add('the whole', 'this run', why, 'comes to its end', false)
  table.print()
  process.exit(table.missed ? 1 : 0)
}

function profiling() {
  return values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
}

function say(what: string) {
  process.stderr.write(`  ${what} …\n`)
}
