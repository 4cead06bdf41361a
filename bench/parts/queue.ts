import type { Bench } from '../bench.ts'
import { page } from '../visits.ts'

const PACKED = { 'accept-encoding': 'br, gzip' }

/** The bureau's queue, as one officer opens it again and again. */
export default async function queue(bench: Bench) {
  const officer = await bench.signedIn('masa')
  const { counts } = await bench.measure('queue', () => page(officer, '/masa', PACKED), {
    people: 1,
    answer: () => officer.get('/masa', PACKED),
  })
  const { rows } = counts!
  bench.report.floor('a queue page reads at most 500 rows', rows, rows <= 500)
  officer.close()
}
