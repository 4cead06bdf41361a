import type { Bench } from '../bench.ts'
import { Asks, at, Crowd, isServed, latencies, MIX } from '../crowd_visits.ts'
import type { Answers, Outcome } from '../open_loop.ts'
import { cpuOf } from '../processes.ts'

/** Each waits for its answer: so many at once find the best rate, whichever of them it is. */
const AT_ONCE = [16, 24, 32]
const STEP = 4
const LONG = 20
/** No machine that this runs on does more: so many asks are made beforehand. */
const MOST = 1500
/** As many as a web server in front keeps open; more than 511 new ones would wait in the kernel. */
const CONNECTIONS = 512

/**
 * Four times what two cores hold: what is accepted stays quick, what is refused is told so at once, and
 * nothing that was acknowledged is lost.
 */
export default async function overload(bench: Bench) {
  const { app, report, database, house } = bench
  const asks = await Asks.prepare(bench)
  const crowd = new Crowd()
  const hold = (connections: number, seconds: number, kinds = MIX) =>
    crowd.come({ url: app.url, connections, seconds, asks: asks.take(MOST * seconds, kinds) })

  await hold(24, 6)
  let best: Outcome | undefined
  for (const people of AT_ONCE) {
    const outcome = await hold(people, STEP)
    bench.say(`${people} at once: ${rateOf(outcome).toFixed(0)} served a second`)
    if (!best || rateOf(outcome) > rateOf(best)) best = outcome
  }
  const alone = new Map<string, number>()
  for (const kind of new Set(MIX)) alone.set(kind, rateOf(await hold(8, 2, [kind])))

  const rate = rateOf(best!) * 4
  const all = asks.take(Math.ceil(rate * LONG), MIX)
  const count = async () =>
    Number((await database.pool.query<any[]>('select count(*) as n from petitions'))[0][0].n)
  const before = await count()
  app.forgetPeak()
  const [web, db] = [app.cpu, cpuOf(house.mariadb.pid)]
  const asked = { url: app.url, connections: CONNECTIONS, seconds: LONG, asks: all, rate }
  const outcome = await crowd.come(asked)
  const used = [outcome.cpu, (app.cpu - web) / LONG, (cpuOf(house.mariadb.pid) - db) / LONG]
  const rows = (await count()) - before
  await crowd.leave()

  report.note(
    [
      `overload: best rate ${rateOf(best!).toFixed(0)} a second; then four times of it for ${LONG} s`,
      `  cores: crowd, web process, database ${used.map((one) => one.toFixed(2)).join(', ')}`,
      ...table('at the best rate', best!.answers),
      ...table('at four times of it', outcome.answers),
    ].join('\n')
  )
  judge(bench, best!, outcome, alone)
  const acknowledged = outcome.answers.petition?.[303]?.length ?? 0
  report.floor(
    'and every petition that was acknowledged has its row, and no other has',
    `${acknowledged} and ${rows}`,
    rows === acknowledged
  )
  const memory = app.peak
  report.floor('and the web process holds at most 250 MB', `${memory.toFixed(0)} MB`, memory <= 250)
}

function judge({ report }: Bench, best: Outcome, outcome: Outcome, alone: Map<string, number>) {
  const p99 = at(latencies(outcome.answers, isServed), 0.99)
  report.floor(
    'at four times the best rate, what is accepted has a p99 of at most 250 ms',
    `${p99.toFixed(0)} ms`,
    p99 <= 250
  )
  const share = rateOf(outcome) / rateOf(best)
  report.floor('and its rate is at least 0.75 of the best', share.toFixed(2), share >= 0.75)
  const work = workOf(outcome, alone) / workOf(best, alone)
  const what = 'and so is the work in it, each kind counted by what it costs alone'
  report.floor(what, work.toFixed(2), work >= 0.75)
}

/** Served, a second. */
function rateOf({ answers, seconds }: Outcome) {
  return latencies(answers, isServed).length / seconds
}

/** Seconds of the house in each second, were each kind asked for alone. */
function workOf({ answers, seconds }: Outcome, alone: Map<string, number>) {
  return Object.entries(answers)
    .map(([kind, ofKind]) => latencies({ [kind]: ofKind }, isServed).length / alone.get(kind)!)
    .reduce((sum, one) => sum + one / seconds, 0)
}

function table(title: string, answers: Answers) {
  const lines = Object.entries(answers).map(
    ([kind, ofKind]) => `    ${kind.padEnd(10)}${shares(ofKind)}`
  )
  return [`  ${title}`, ...lines]
}

function shares(ofKind: Answers[string]) {
  return Object.entries(ofKind)
    .map(([status, times]) => {
      const sorted = times.toSorted((a, b) => a - b)
      const [half, most] = [at(sorted, 0.5), at(sorted, 0.99)].map((time) => time.toFixed(0))
      return `  ${status}: ${times.length} (p50 ${half} ms, p99 ${most} ms)`
    })
    .join('')
}
