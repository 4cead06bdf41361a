import { setTimeout as pause } from 'node:timers/promises'
import type { Bench } from '../bench.ts'
import { Asks, Crowd, latencies, type Kind } from '../crowd_visits.ts'
import { inTurn, median } from '../posts.ts'
import { Program, Server } from '../processes.ts'

/** MB that one web process may hold, and the worker. */
const MOST = 250
const PAIRS = 3
/** Of one load: there are many. */
const SECONDS = 2

interface Load {
  kinds: Kind[]
  /** how many ask at once, each again as soon as it was answered */
  people: number
}

const ALL: Record<string, Load> = {
  'first pages': { kinds: ['page'], people: 32 },
  'submissions': { kinds: ['petition'], people: 24 },
  'look-ups': { kinds: ['look-up'], people: 16 },
  'lists': { kinds: ['list'], people: 8 },
  "managers' page": { kinds: ['figures'], people: 8 },
  'too many, of each': { kinds: ['petition', 'look-up', 'page', 'list', 'figures'], people: 256 },
  'too many of the largest forms': { kinds: ['large'], people: 256 },
}

/** As it is set up (service.env), and as Node runs when nobody says anything. */
const UNBOUND = { NODE_OPTIONS: '--disable-warning=DEP0205', MALLOC_ARENA_MAX: '' }

interface Held {
  /** answers a second, also refusals */
  rate: number
  /** milliseconds of the web process's processor time for each of them */
  cpu: number
  /** MB */
  peak: number
}

/** What web process and worker hold at most under each load, and what the bounds cost. */
export default async function memory(bench: Bench) {
  const { house, report } = bench
  const asks = await Asks.prepare(bench)
  const crowd = new Crowd()
  const [bound, unbound] = await Promise.all([
    house.server(),
    Server.start(['build/bin/server.js'], { ...house.production, ...UNBOUND }),
  ])
  const worker = new Program(['build/ace.js', 'worker'], { env: house.production })
  const under = async (server: Server, { kinds, people }: Load): Promise<Held> => {
    const some = asks.take(kinds.includes('petition') ? 2000 * SECONDS : 10 * kinds.length, kinds)
    server.forgetPeak()
    const before = server.cpu
    const about = { url: server.url, connections: people, seconds: SECONDS, asks: some }
    const { answers, seconds } = await crowd.come(about)
    const answered = latencies(answers, (status) => status !== '0').length
    const cpu = ((server.cpu - before) * 1000) / answered
    return { rate: answered / seconds, cpu, peak: server.peak }
  }

  const lines: string[] = []
  const peaks: number[] = []
  for (const [name, load] of Object.entries(ALL)) {
    bench.say(name)
    await under(bound, load)
    await under(unbound, load)
    const pairs = await inTurn(
      PAIRS,
      () => under(bound, load),
      () => under(unbound, load)
    )
    const ratio = (of: (held: Held) => number) =>
      median(pairs.map(({ one, other }) => of(one) / of(other))).toFixed(2)
    const [mine, others] = (['one', 'other'] as const).map((which) =>
      Math.max(...pairs.map((pair) => pair[which].peak))
    )
    peaks.push(mine!)
    const shown = [
      mine!.toFixed(0),
      others!.toFixed(0),
      ratio(({ cpu }) => cpu),
      ratio(({ rate }) => rate),
    ]
    lines.push(name.padEnd(32) + shown.map((cell) => cell.padStart(14)).join(''))
  }
  await crowd.leave()
  await pause(1000)

  const head = ['bound MB', 'unbound MB', 'CPU, bound ÷', 'rate, bound ÷']
  const title = 'memory'.padEnd(32) + head.map((cell) => cell.padStart(14)).join('')
  report.note([title, ...lines, `the worker, meanwhile: ${worker.peak.toFixed(0)} MB`].join('\n'))
  const survived = [bound, worker].every(({ isOver }) => !isOver)
  const most = Math.max(...peaks)
  report.floor(
    `the web process holds at most ${MOST} MB under every load, and lives on`,
    `${most.toFixed(0)} MB`,
    most <= MOST && survived
  )
  report.floor(
    `the worker holds at most ${MOST} MB`,
    `${worker.peak.toFixed(0)} MB`,
    worker.peak <= MOST
  )
  await Promise.all([bound.stop(), unbound.stop(), worker.stop()])
}
