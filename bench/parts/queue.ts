import type { Bench } from '../bench.ts'
import { page } from '../visits.ts'

const PACKED = { 'accept-encoding': 'br, gzip' }

/** The bureau's queue, as one officer opens it again and again. */
export default async function queue(bench: Bench) {
  const officer = await bench.signedIn('masa')
  const { counts, cpu } = await bench.measure('queue', () => page(officer, '/masa', PACKED), {
    people: 1,
    answer: () => officer.get('/masa', PACKED),
  })
  const { rows } = counts!
  bench.report.floor('a queue page reads at most 500 rows', rows, rows <= 500)
  const most = 'a queue page takes the web process at most 1.5 ms'
  bench.report.floor(most, `${cpu.toFixed(2)} ms`, cpu <= 1.5)
  officer.close()
}
