import type { Bench } from '../bench.ts'
import { at, crowd, isServed, latencies, openLoop } from '../crowd_visits.ts'
import type { Answers, Outcome } from '../open_loop.ts'

const STEP = 4
const LONG = 20
/** From here on each step asks for a third more, until the answers do not. */
const FIRST = 150
const MORE = 1.33

/**
 * Four times what two cores hold: what is accepted stays quick, what is refused is told so at once, and
 * nothing that was acknowledged is lost.
 */
export default async function overload(bench: Bench) {
  const { app, report, database } = bench
  const asks = await crowd(bench, app.url, 20_000)
  let from = 0
  const come = async (rate: number, seconds: number) => {
    const taken = Math.min(asks.length, Math.ceil(rate * seconds))
    if (from + taken > asks.length) {
      asks.splice(0, asks.length, ...(await crowd(bench, app.url, Math.max(20_000, taken))))
      from = 0
    }
    const some = asks.slice(from, from + taken)
    from += taken
    return openLoop({ url: app.url, rate, seconds, asks: some })
  }

  await come(FIRST, 6)
  let best = 0
  let short = 0
  let rate = FIRST
  for (let step = 0; step < 10; step++, rate *= MORE) {
    const served = latencies((await come(rate, STEP)).answers, isServed)
    bench.say(
      `${rate.toFixed(0)} a second: ${(served.length / STEP).toFixed(0)} served, p99 ${at(served, 0.99).toFixed(0)} ms`
    )
    best = Math.max(best, served.length / STEP)
    if (served.length / STEP < rate * 0.9 && ++short === 2) break
  }

  const [[before]] = await database.pool.query<any[]>('select count(*) as count from petitions')
  let memory = 0
  const watch = setInterval(() => (memory = Math.max(memory, app.memory)), 200)
  const cpu = app.cpu
  const outcome = await come(best * 4, LONG)
  clearInterval(watch)
  const [[after]] = await database.pool.query<any[]>('select count(*) as count from petitions')

  const served = latencies(outcome.answers, isServed)
  const p99 = at(served, 0.99)
  const acknowledged = outcome.answers.petition?.[303]?.length ?? 0
  report.note(table(best, outcome, (app.cpu - cpu) / LONG, memory))
  report.floor(
    'at four times the best rate, what is accepted has a p99 of at most 250 ms',
    `${p99.toFixed(0)} ms`,
    p99 <= 250
  )
  const share = served.length / LONG / best
  report.floor('and its rate is at least 0.75 of the best', share.toFixed(2), share >= 0.75)
  const rows = after.count - before.count
  report.floor(
    'and every petition that was acknowledged has its row',
    `${acknowledged} and ${rows}`,
    rows >= acknowledged
  )
  report.floor('and the web process holds at most 250 MB', `${memory.toFixed(0)} MB`, memory <= 250)
}

function table(best: number, { answers, cpu }: Outcome, web: number, memory: number) {
  const lines = [
    `overload: best rate ${best.toFixed(0)} a second; then four times of it for ${LONG} s`,
    `  the crowd took ${cpu.toFixed(2)} of a core, the web process ${web.toFixed(2)} and ${memory.toFixed(0)} MB`,
    ...Object.entries(answers).map(([kind, ofKind]) => `  ${kind.padEnd(10)}${shares(ofKind)}`),
  ]
  return lines.join('\n')
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
