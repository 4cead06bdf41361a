import { Browser } from '#database/demo/browser'
import type { Bench } from '../bench.ts'
import { ceiling } from '../ceiling.ts'
import { inTurn, median, post, type Posting } from '../posts.ts'
import { cpuOf } from '../processes.ts'
import { percent } from '../report.ts'
import { lookUp, petitionForm, receiptAt, submit } from '../visits.ts'

/** Forms for each second of a measurement: 3,000 of ten. */
const FORMS = 300

/** A petition comes in and is looked up, beside the same rows written by a bare transaction. */
export default async function submission(bench: Bench) {
  await counted(bench)
  await besideTheCeiling(bench)
  const person = new Browser(bench.app.url)
  const receipt = await receiptAt(person, await submit(person, petitionForm(0)))
  const { cpu } = await bench.measure('look-up', (browser) => lookUp(browser, receipt))
  bench.report.floor('a look-up takes the web process at most 0.6 ms', ms(cpu), cpu <= 0.6)
  person.close()
}

async function counted(bench: Bench) {
  const { report, database } = bench
  const alone = new Browser(bench.app.url)
  const { counts } = await bench.measure('submission (GET + POST)', (browser, turn) =>
    submit(browser, petitionForm(turn)).then(() => {})
  )
  const TIMES = 50
  const before = await database.syncs()
  for (let turn = 0; turn < TIMES; turn++) await submit(alone, petitionForm(turn))
  // What the database writes for itself meanwhile is not the submission's.
  const syncs = Math.floor((10 * ((await database.syncs()) - before)) / TIMES) / 10
  alone.close()
  const { statements, commits } = counts!
  report.floor(
    'a submission takes at most 4 statements, 1 commit and 1 sync',
    `${statements}, ${commits} and ${syncs}`,
    statements <= 4 && commits <= 1 && syncs < 2
  )
}

/** Three rounds of both: where the machine's speed swings, the median of the ratios does not. */
async function besideTheCeiling({ app, house, database, sizes, report, say }: Bench) {
  say('sending forms, and the ceiling: petition, step and message in one bare transaction')
  const { pid } = house.mariadb
  const send = () => post(app, pid, sizes.clients, FORMS * sizes.seconds)
  await send()
  const bare = async () => {
    const [own, db] = [process.cpuUsage(), cpuOf(pid)]
    const most = await ceiling(database, sizes.clients, sizes.seconds / 2)
    const { user, system } = process.cpuUsage(own)
    const web = (user + system) / 1000 / most.done
    report.add('ceiling: bare transaction', { ...most, cpu: web })
    return { rate: most.rate, web, database: ((cpuOf(pid) - db) * 1000) / most.done }
  }
  const rounds = await inTurn<Posting>(3, send, bare)
  const rate = median(rounds.map(({ one, other }) => one.rate / other.rate))
  const cpu = median(rounds.map(({ one, other }) => whole(one) / whole(other)))
  report.note(
    rounds
      .map(({ one, other }) => `sending a form: ${shown(one)}; bare transaction: ${shown(other)}`)
      .join('\n')
  )
  report.floor('sending a form reaches at least 22 % of the ceiling', percent(rate), rate >= 0.22)
  report.floor(
    "sending a form takes at most 2.5 times the bare transaction's processor time",
    cpu.toFixed(2),
    cpu <= 2.5
  )
}

const whole = ({ web, database }: Posting) => web + database

function shown({ rate, web, database }: Posting) {
  return `${Math.round(rate)} a second, ${ms(web)} and the database ${ms(database)}`
}

function ms(value: number) {
  return `${value.toFixed(2)} ms`
}
