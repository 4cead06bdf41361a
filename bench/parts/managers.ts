import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from '#database/demo/browser'
import type { Bench } from '../bench.ts'
import { load } from '../load.ts'
import { pieces } from '../pieces/pieces.ts'
import { lookUp, page, petitionForm, receiptAt, submit } from '../visits.ts'

const PACKED = { 'accept-encoding': 'br, gzip' }
const MANAGERS = 10
const PAIRS = 5
/** Milliseconds after which the page asks again by itself. */
const AGAIN = 30_000 / MANAGERS
const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!

/** The managers' page over everything that is there, and what citizens notice of ten who keep it open. */
export default async function managers(bench: Bench) {
  const { report } = bench
  await counted(bench)
  const manager = await bench.signedIn('kaymakam')
  const visit = () => page(manager, '/izleme', PACKED)
  const { counts, cpu } = await bench.measure('managers’ page', visit, { people: 1 })
  const p95 = await slowest(manager)
  report.floor('a managers’ page is there within 30 ms at p95', `${p95.toFixed(1)} ms`, p95 <= 30)
  const { rows } = counts!
  report.floor('a managers’ page reads at most 500 rows', rows, rows <= 500)
  report.note(`a managers’ page takes the web process ${cpu.toFixed(1)} ms`)
  await pieces(bench, '/izleme')
  await beside(bench, manager)
  manager.close()
}

/** Whatever was put in past the application is counted first. */
async function counted({ report }: Bench) {
  const { beginRecount, recountPiece } = await import('#insight')
  const began = performance.now()
  await beginRecount()
  while ((await recountPiece()) !== null);
  const { Tallying } = await import('#insight')
  await new Tallying(console, 0).round()
  report.note(`all figures were counted in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

async function slowest(manager: Browser) {
  const times: number[] = []
  for (let turn = 0; turn < 200; turn++) {
    const began = performance.now()
    await page(manager, '/izleme', PACKED)
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}

/** Look-ups with and without the managers, in turn. */
async function beside({ app, report, sizes, say }: Bench, manager: Browser) {
  const { Browser: Person } = await import('#database/demo/browser')
  // In a database that is kept, the same words twice would be refused.
  const words = Math.floor(Date.now() / 1000) % 1_000_000
  const person = new Person(app.url)
  const receipt = await receiptAt(person, await submit(person, petitionForm(words)))
  const look = async () => {
    const { p99 } = await load(app.url, 2, sizes.seconds, (browser) => lookUp(browser, receipt))
    return p99
  }
  const ratios: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    say(`look-ups beside ten managers, ${pair + 1} of ${PAIRS}`)
    const turns = [() => look(), () => watched(manager, look)]
    const [alone, together] = pair % 2 ? [turns[1]!, turns[0]!] : [turns[0]!, turns[1]!]
    const [first, second] = [await alone(), await together()]
    ratios.push(pair % 2 ? first / second : second / first)
  }
  const ratio = median(ratios)
  const text = 'ten managers raise a citizen’s p99 at most 1.25 times (median of five pairs)'
  report.floor(text, ratio.toFixed(2), ratio <= 1.25)
  person.close()
}

async function watched<T>(manager: Browser, work: () => Promise<T>) {
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      await page(manager, '/izleme', PACKED)
      await pause(AGAIN)
    }
  })()
  const result = await work()
  isOver = true
  await watching
  return result
}
