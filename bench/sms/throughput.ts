import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Program } from '../processes.ts'
import { CpuClock, type Bed } from './bed.ts'
import type { Centre } from './centre.ts'
import { Kannel } from './kannel.ts'
import { median, type Table } from './table.ts'

const PART = 'throughput (window 50, receipts, every commit synced)'
const WINDOW = 50
const LONGEST = 300
const OURS = 'ours on MariaDB'
const ALONE = 'our link alone, without storage'
const DURABLE = 'Kannel with receipts in MySQL'
const IN_MEMORY = 'Kannel with receipts in memory'

interface Run {
  /** Messages a second until the last receipt is known; 0: not all arrived in time. */
  rate: number
  facts: string
}

/**
 * Ours and Kannel in turn, several times, treated alike: the link is up, the centre hangs while all
 * messages are put in, then it goes on and the clock runs until the last receipt is known.
 *
 * @param profile what Node is told besides, of the worker alone
 */
export async function throughput(
  bed: Bed,
  table: Table,
  { count, rounds, profile }: { count: number; rounds: number; profile: string[] }
) {
  const contestants: Record<string, () => Promise<Run>> = {
    [OURS]: () => oursOnMariaDb(bed, count, profile),
    [ALONE]: () => linkAlone(bed, count),
  }
  if (Kannel.isInstalled) {
    contestants[IN_MEMORY] = () => kannel(bed, count, 'internal')
    if (Kannel.version.hasMysql) contestants[DURABLE] = () => kannel(bed, count, 'mysql')
  }

  const runs: Record<string, Run[]> = {}
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) (runs[name] ??= []).push(await run())
  }
  for (const [name, all] of Object.entries(runs)) {
    const rates = all.map(({ rate }) => (rate ? Math.round(rate) : 'not all arrived'))
    table.note(PART, name, `${rates.join(', ')} a second`, all.at(-1)!.facts)
  }
  compare(table, runs, [OURS, DURABLE, 3])
  compare(table, runs, [ALONE, IN_MEMORY, 1])
}

/** The middle one of the rounds' own ratios: what else the machine does strikes both of a round. */
function compare(table: Table, runs: Record<string, Run[]>, [own, other, least]: Aim) {
  const version = Kannel.isInstalled ? Kannel.version.number : 'not installed'
  if (!runs[other]) return table.note(PART, other, version)
  const times = median(runs[own]!.map(({ rate }, round) => rate / runs[other]![round]!.rate))
  const what = `compared with ${other} (${version})`
  table.add(PART, what, `${times.toFixed(2)} ×`, `at least ${least} ×`, times >= least)
}
type Aim = [own: string, other: string, least: number]

async function oursOnMariaDb(bed: Bed, count: number, profile: string[]): Promise<Run> {
  await bed.rows.empty()
  const centre = await bed.centre()
  // What is logged is searched in the other parts; here it is as in production, as Kannel's is.
  const settings = { SMPP_WINDOW: String(WINDOW), LOG_LEVEL: 'info' }
  const worker = await bed.boundWorker(centre, settings, profile)
  centre.hang()
  await bed.rows.queue(count)
  const pids = { worker: worker.child.pid!, mariadb: bed.house.mariadb.pid }
  let run!: Run
  const { statements, commits } = await bed.database.count(async () => {
    run = await timed(count, centre, pids, () => bed.allFinal(LONGEST))
  })
  await worker.stop()
  await centre.program.stop()
  const each = (what: number) => (what / count).toFixed(2)
  return { ...run, facts: `${run.facts}; ${each(statements)} statements, ${each(commits)} commits` }
}

async function linkAlone(bed: Bed, count: number): Promise<Run> {
  const centre = await bed.centre()
  const program = new Program(
    ['--import=@poppinss/ts-exec', 'bench/sms/link_process.ts', String(count)],
    { env: { ...bed.house.env, ...bed.link(centre, WINDOW) }, log: bed.log('link'), talks: true }
  )
  await once(program.child, 'message')
  centre.hang()
  const all = once(program.child, 'message').then(() => true)
  program.child.send('go')
  await pause(500)
  const run = await timed(count, centre, { link: program.child.pid! }, () => all)
  await program.stop()
  await centre.program.stop()
  return run
}

async function kannel(bed: Bed, count: number, receipts: 'internal' | 'mysql'): Promise<Run> {
  const centre = await bed.centre()
  const box = await Kannel.start(bed, centre.port, receipts, WINDOW)
  await box.bearerbox.until(async () => (await centre.figures()).binds > 0, 'Kannel binds')
  centre.hang()
  await box.feed(count)
  const pids = {
    bearerbox: box.bearerbox.child.pid!,
    smsbox: box.smsbox.child.pid!,
    ...(receipts === 'mysql' && { mariadb: bed.house.mariadb.pid }),
  }
  const run = await timed(count, centre, pids, () => box.hasHeard(count, LONGEST))
  await box.stop()
  await centre.program.stop()
  return run
}

async function timed(
  count: number,
  centre: Centre,
  pids: Record<string, number>,
  done: () => Promise<boolean>
): Promise<Run> {
  const cpu = new CpuClock({ ...pids, centre: centre.program.child.pid! })
  const begin = performance.now()
  centre.goOn()
  const isDone = await done()
  const seconds = (performance.now() - begin) / 1000
  const { mostUnanswered } = await centre.figures()
  const facts = `CPU ms a message: ${cpu.each(count)}; in flight at most ${mostUnanswered}`
  return { rate: isDone ? count / seconds : 0, facts }
}
