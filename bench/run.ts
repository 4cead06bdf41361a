/**
 * `npm run bench`: how fast and how frugal, measured in one run on one machine against raw Node and
 * against the same rows written by a bare transaction. Ratios hold; absolute figures do not.
 *
 *   npm run bench -- --seconds=10 --clients=32 --petitions=100000
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DEMO_PASSWORD } from '#database/demo/people'
import { Browser } from '#database/demo/browser'
import { MariaDbServer } from '#tests/support/mariadb_server'
import { ceiling } from './ceiling.ts'
import { Database, type Counts } from './database.ts'
import { load, type Load } from './load.ts'
import { run, Server } from './processes.ts'
import { Report } from './report.ts'
import { lookUp, page, petitionForm, receiptAt, submit } from './visits.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '32' },
    petitions: { type: 'string', default: '100000' },
  },
})
const seconds = Number(values.seconds)
const clients = Number(values.clients)
const petitions = Number(values.petitions)

if (!MariaDbServer.isInstalled) {
  console.error('The measurement needs MariaDB: apt-get install mariadb-server')
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'acik-kapi-bench-'))
const mariadb = new MariaDbServer(folder, true)
process.on('exit', () => {
  mariadb.kill()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

say('starting MariaDB (every commit synced), the server, and raw Node')
await mariadb.start()
const env = {
  ...mariadb.settings,
  NODE_ENV: 'development',
  DB_CONNECTION: 'mysql',
  APP_KEY: 'only_for_the_measurement_only_for_it',
  LOG_LEVEL: 'error',
  SESSION_DRIVER: 'database',
  LIMITER_STORE: 'database',
  SMS_GATEWAYS: 'log',
  MAIL_MAILER: 'none',
  WORKER_IN_WEB: 'false',
  COMPRESS: 'true',
}
await run(['ace.js', 'migration:run', '--force'], env)
await run(['ace.js', 'demo:seed', '--no-petitions'], env)
const database = new Database(mariadb.settings)
const raw = await Server.start(['bench/raw_hello.js'], {})
say('building the server as it runs in production')
await run(['ace.js', 'build'], env)
const app = await Server.start(['build/bin/server.js'], {
  ...env,
  NODE_ENV: 'production',
})
const report = new Report(cpus()[0]?.model ?? 'unknown processor')

const person = new Browser(app.url)
const receipt = await receiptAt(person, await submit(person, petitionForm(0)))
const headers = { 'accept-encoding': 'br, gzip' }

await measure('raw Node hello', raw, (browser) => page(browser, '/'))
await measure(
  "citizen's first page",
  app,
  (browser) => page(browser, '/', headers),
  () => person.get('/', headers)
)
await measure(
  'petition form (GET)',
  app,
  (browser) => page(browser, '/basvuru', headers),
  () => person.get('/basvuru', headers)
)
await measure('submission (GET + POST)', app, (browser, turn) =>
  submit(browser, petitionForm(turn)).then(() => {})
)
await measure('look-up', app, (browser) => lookUp(browser, receipt))

say('the ceiling: petition, step and message in one bare transaction')
report.ceiling = await ceiling(database, clients, seconds)

say(`filling the table up to ${petitions.toLocaleString('en')} petitions`)
await database.fill(petitions)
const officer = new Browser(app.url)
await officer.post('/giris', { login: 'masa', password: DEMO_PASSWORD })
const queue = await officer.get('/masa', headers)
if (queue.status !== 200) throw new Error(`the queue answered ${queue.status}`)
await measure(
  'queue',
  app,
  () => page(officer, '/masa', headers),
  () => officer.get('/masa', headers),
  1
)

report.print()
report.memory(app.memory)
await Promise.all([raw.stop(), app.stop(), database.close()])
process.exit(report.missed ? 1 : 0)

/** Warms up, then measures speed; counts statements and rows over a few quiet repetitions. */
async function measure(
  name: string,
  server: Server,
  act: (browser: Browser, turn: number) => Promise<void>,
  bytes?: () => Promise<{ bytes: number }>,
  people = clients
) {
  say(name)
  await load(server.url, people, Math.min(2, seconds / 4), act)
  const before = server.cpu
  const speed: Load = await load(server.url, people, seconds, act)
  const cpu = ((server.cpu - before) * 1000) / speed.done
  const TIMES = 20
  const alone = new Browser(server.url)
  const counts: Counts = await database.count(async () => {
    for (let turn = 0; turn < TIMES; turn++) await act(alone, 1_000_000 + turn)
  })
  alone.close()
  const size = bytes ? (await bytes()).bytes : undefined
  report.add(name, { ...speed, cpu, counts, times: TIMES, bytes: size })
}

function say(what: string) {
  process.stderr.write(`  ${what} …\n`)
}
