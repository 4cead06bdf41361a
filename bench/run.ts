/**
 * `npm run bench`: how fast and how frugal, measured in one run on one machine against raw Node and
 * against the same rows written by a bare transaction. Ratios hold; absolute figures do not.
 *
 *   npm run bench -- --seconds=10 --clients=32 --petitions=100000
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { Browser } from '#database/demo/browser'
import { application } from './application.ts'
import { ceiling } from './ceiling.ts'
import { Database, type Counts } from './database.ts'
import { House } from './house.ts'
import { load, type Load } from './load.ts'
import { Server } from './processes.ts'
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

say('starting MariaDB (every commit synced), the server, and raw Node')
const house = await House.open()
const database = new Database(house.mariadb.settings)
const raw = await Server.start(['bench/raw_hello.js'], {})
say('building the server as it runs in production')
await house.build()
const app = await house.server()
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
await officer.post('/giris', { login: 'masa', password: await passwordOf('masa') })
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

/** One of its own: in production the demonstration's opens nothing. */
async function passwordOf(login: string) {
  await application(house.env)
  const { Officer } = await import('#organisation')
  const signedIn = await Officer.findByOrFail('login', login)
  const password = 'only-for-the-measurement'
  await signedIn.merge({ password }).save()
  return password
}

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
