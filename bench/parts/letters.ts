import type { Bench } from '../bench.ts'

/** How often an answer's letter is opened, after the first one, with which the fonts are read. */
const TIMES = 200
/** Milliseconds at p99, and bytes of the largest. */
const SLOWEST = 150
const LARGEST = 60_000

/** What it takes to open the letter of an answer as a PDF, from the request to its last byte. */
export default async function letters(bench: Bench) {
  const { report } = bench
  const { Petition } = await import('#intake')
  const { authorityId } = await (await import('#organisation')).Officer.findByOrFail('login', 'sef')
  const some = await Petition.query()
    .where({ authority_id: authorityId, stage: 'concluded', circle: 'house', desk: 'bureau' })
    .orderBy('id', 'desc')
    .limit(20)
  if (some.length === 0) return report.note('no petition was answered')
  const browser = await bench.signedIn('sef')
  const times: number[] = []
  let largest = 0
  for (let turn = 0; turn <= TIMES; turn++) {
    const { number } = some[turn % some.length]!
    const began = performance.now()
    const { status, headers } = await browser.get(`/dosya/${number}/mektup/pdf`)
    if (turn > 0) times.push(performance.now() - began)
    if (status !== 200) throw new Error(`a letter was answered with ${status}`)
    largest = Math.max(largest, Number(headers['content-length']))
  }
  browser.close()
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(TIMES * share)]!
  const shown = `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, ${(largest / 1000).toFixed(0)} kB`
  const isKept = at(0.99) <= SLOWEST && largest <= LARGEST
  report.floor(`a letter opens within ${SLOWEST} ms and ${LARGEST / 1000} kB`, shown, isKept)
}
