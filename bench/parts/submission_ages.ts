import type { Bench } from '../bench.ts'
import { House } from '../house.ts'
import { inTurn, median, post, type Posting } from '../posts.ts'
import type { Server } from '../processes.ts'

/** Forms for each second of a measurement: 2,000 of ten. */
const FORMS = 200
/** With ten seconds 20,000: more telephones than are kept before the first of them are swept out. */
const AGED = 2_000

/** The limits as on the internet, but for the address: all of them come from this machine. */
const LIMITS = { PETITIONS_PER_HOUR: '100000000', PETITIONS_PER_DAY: '10' }

/** Submissions among many petitions beside the first of all, and in an old process beside a young one. */
export default async function submissionAges({ app, house, sizes, report, say }: Bench) {
  say('a second house, empty, with a process that grows old')
  const empty = await House.open(LIMITS)
  const old = await empty.server()
  const { pid } = empty.mariadb
  const forms = FORMS * sizes.seconds
  const aged = AGED * sizes.seconds
  const send = (server: Server, count = forms) =>
    post(server, server === app ? house.mariadb.pid : pid, sizes.clients, count)

  await send(old)
  await send(app)
  const size = await inTurn(
    3,
    () => send(app),
    () => send(old)
  )
  const rate = median(size.map(({ one, other }) => one.rate / other.rate))
  report.floor(
    `submissions among ${sizes.petitions.toLocaleString('en')} petitions keep 95 % of the empty rate`,
    rate.toFixed(2),
    rate >= 0.95
  )

  say(`${aged} more submissions for the old process, then a young one beside it`)
  await send(old, aged)
  const young = await empty.server()
  await send(young)
  const age = await inTurn(
    5,
    () => send(old),
    () => send(young)
  )
  const cpu = median(age.map(({ one, other }) => web(one) / web(other)))
  report.floor(
    'an old process takes at most 5 % more than a young one',
    cpu.toFixed(2),
    cpu <= 1.05
  )
  await Promise.all([old.stop(), young.stop()])
  empty.mariadb.kill()
}

const web = (posting: Posting) => posting.web
