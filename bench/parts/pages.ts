import type { Bench } from '../bench.ts'
import { Server } from '../processes.ts'
import { RAW } from '../report.ts'
import { page } from '../visits.ts'
import { Browser } from '#database/demo/browser'

const PACKED = { 'accept-encoding': 'br, gzip' }
const PAGES = { "citizen's first page": '/', 'petition form (GET)': '/basvuru' }

/** What a citizen opens, beside a bare Node server: ratios to it hold from machine to machine. */
export default async function pages(bench: Bench) {
  const { report } = bench
  const raw = await Server.start(['bench/raw_hello.js'], {})
  await bench.measure(RAW, (browser) => page(browser, '/'), { server: raw })
  await raw.stop()

  const person = new Browser(bench.app.url)
  for (const [name, path] of Object.entries(PAGES)) {
    const { counts, bytes } = await bench.measure(name, (browser) => page(browser, path, PACKED), {
      answer: () => person.get(path, PACKED),
    })
    const { writes, statements } = counts!
    report.floor(
      `${name}: writes nothing and takes at most 2 statements`,
      `${writes} and ${statements}`,
      writes <= 0 && statements <= 2
    )
    if (path === '/') {
      report.floor(`${name} is at most 14 kB`, `${bytes} bytes`, bytes! <= 14 * 1024)
    }
  }
  person.close()
}
