import db from '@adonisjs/lucid/services/db'
import type { Browser } from '#database/demo/browser'
import type { Bench } from '../bench.ts'

/** Milliseconds at p99. */
const SLOWEST = 25
const MOST_STATEMENTS = 12
/** What a unit's inbox may take at p99, as a share of the queue's in the same run. */
const AS_THE_QUEUE = 1.1
/** Petitions of each sort of history. */
const OF_A_SORT = 2
/** How often each card is opened, and the queue: so often that one in a hundred is seen. */
const [TIMES, QUEUE_TIMES] = [6, 200]
/** What a server counts beside a page only ever adds to it. */
const COUNTED = 2
const PACKED = { 'accept-encoding': 'br, gzip' }
const PEOPLE = ['tarim', 'tarim.amir', 'masa', 'sef', 'kaymakam']
const FULL = 'everything that a card can hold'

type Visit = () => Promise<unknown>

/**
 * A petition's card by each sort of history, for everybody who may open it, and the bureau's queue
 * beside it in the same run. One after the other: an officer opens one card at a time.
 */
export default async function card(bench: Bench) {
  const { report } = bench
  const people: Browser[] = []
  for (const login of PEOPLE) people.push(await bench.signedIn(login))
  const sorts = [...(await kept()), { what: FULL, numbers: await full() }]
  const rows = [cells(['cards', 'stmts', 'p50 ms', 'p99 ms'], 'stage and kind')]
  const all: number[] = []
  let most = 0
  for (const { what, numbers } of sorts) {
    bench.say(`cards: ${what}`)
    const visits = await allowed(people, numbers)
    if (visits.length === 0) continue
    const statements = await statementsOf(bench, visits)
    const times = await timesOf(visits, TIMES)
    rows.push(cells([visits.length, statements, at(times, 0.5), at(times, 0.99)], what))
    all.push(...times)
    most = Math.max(most, statements)
  }
  const [queue, inbox] = await besides(people)
  for (const browser of people) browser.close()
  report.note(rows.join('\n'))
  const [half, nearlyAll] = [at(all, 0.5), at(all, 0.99)]
  const [beside, own] = [inWords('the queue', queue), inWords('the inbox', inbox)]
  report.floor(
    `a card is opened within ${SLOWEST} ms at p99`,
    `p50 ${half} ms, p99 ${nearlyAll} ms of ${all.length}; ${beside}`,
    Number(nearlyAll) <= SLOWEST
  )
  const what = `a card takes at most ${MOST_STATEMENTS} statements, whatever its history`
  report.floor(what, most, most <= MOST_STATEMENTS)
  report.floor(
    `a unit's inbox is opened as quickly as the queue, p99 at most ${AS_THE_QUEUE} of its`,
    `${own}; ${beside}`,
    Number(at(inbox, 0.99)) <= AS_THE_QUEUE * Number(at(queue, 0.99))
  )
}

/** The times of the queue, and of the inbox of an officer and of their head, in turn. */
async function besides([tarim, amir, masa]: readonly Browser[]) {
  const [queue, inbox]: [number[], number[]] = [[], []]
  const opens = (browser: Browser, path: string) => [() => browser.get(path, PACKED)]
  for (let turn = 0; turn < QUEUE_TIMES; turn++) {
    queue.push(...(await timesOf(opens(masa!, '/masa'), 1)))
    inbox.push(...(await timesOf(opens(turn % 2 === 0 ? tarim! : amir!, '/birim'), 1)))
  }
  return [queue, inbox] as const
}

function inWords(what: string, times: readonly number[]) {
  return `${what} p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms`
}

/** Some of each stage and kind, those with the longest history first. */
async function kept() {
  const sorts: { stage: string; kind: string }[] = await db
    .from('petitions')
    .select('stage', 'kind')
    .distinct()
  const found = []
  // One after the other: each reads the whole table, and all at once nobody would get a connection.
  for (const { stage, kind } of sorts) {
    const rows = await db
      .from('petitions')
      .where({ stage, kind })
      .orderBy('position', 'desc')
      .limit(OF_A_SORT)
      .select('number')
    found.push({ what: `${stage}, ${kind}`, numbers: rows.map(({ number }) => number as string) })
  }
  return found.toSorted((one, other) => one.what.localeCompare(other.what))
}

/** Two that hold all that a card can show: one before its head, one that was answered. */
async function full() {
  const { foundAgain } = await import('#tests/support/databases/district')
  const { submitted } = await import('#tests/support/journey')
  const { wholeHistory } = await import('#tests/support/response/whole_history')
  const { answeredAndObjected, heldByFew } = await import('#tests/support/intake/held_by_few')
  await foundAgain()
  const both = [await submitted(), await submitted()]
  for (const petition of both) {
    await wholeHistory(petition, 6)
    await petition.refresh()
    await heldByFew(petition)
  }
  await answeredAndObjected(both[1]!)
  return both.map(({ number }) => number)
}

/** Of these cards those that these people may open, each opened once. */
async function allowed(people: readonly Browser[], numbers: readonly string[]) {
  const visits: Visit[] = []
  for (const browser of people) {
    for (const number of numbers) {
      const visit = () => browser.get(`/dosya/${number}`, PACKED)
      const { status } = await visit()
      if (status >= 500) throw new Error(`a card answered ${status}`)
      if (status === 200) visits.push(visit)
    }
  }
  return visits
}

async function statementsOf({ database }: Bench, visits: readonly Visit[]) {
  let most = 0
  for (const visit of visits) {
    const counts: number[] = []
    for (let turn = 0; turn < COUNTED; turn++) {
      counts.push((await database.count(visit)).statements)
    }
    most = Math.max(most, Math.min(...counts))
  }
  return most
}

async function timesOf(visits: readonly Visit[], times: number) {
  const spent: number[] = []
  for (let turn = 0; turn < times; turn++) {
    for (const visit of visits) {
      const began = performance.now()
      await visit()
      spent.push(performance.now() - began)
    }
  }
  return spent
}

function at(times: readonly number[], share: number) {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(1)
}

function cells(figures: (string | number)[], what: string) {
  return `${figures.map((figure) => String(figure).padStart(8)).join('')}  ${what}`
}
