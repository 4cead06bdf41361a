import { setTimeout as pause } from 'node:timers/promises'
import { Browser } from '#database/demo/browser'
import { page, petitionForm, submit } from '../visits.ts'
import type { Bed } from './bed.ts'
import { median, p95, type Table } from './table.ts'

const PAIRS = 5
const PEOPLE = 2
/** Milliseconds between what one person does: people read. */
const READS = 40
const MOST_SLOWER = 0.1

const USUAL = 'as fast as it is set without a word'
/** What the setting of the pace says. */
const SPEEDS = { [USUAL]: '', 'as fast as the window lets': 'window' }

/** Each submission is one of its own. */
let turns = 0

interface Options {
  waiting: number
  /** Of each measurement. */
  seconds: number
}

/** What a citizen does, and how long it takes the server. */
const ACTS: Record<string, (browser: Browser, turn: number) => Promise<unknown>> = {
  'the form': (browser) => page(browser, '/basvuru'),
  'a submission (form and sending)': (browser, turn) => submit(browser, petitionForm(turn)),
}

/** Whether citizens feel that many messages are under way: with and without in turn. */
export async function citizensPage(bed: Bed, table: Table, { waiting, seconds }: Options) {
  const server = await bed.house.server(bed.log('web'))
  const visits = async () => {
    const times: Record<string, number> = {}
    for (const [act, done] of Object.entries(ACTS)) {
      times[act] = await measured(server.url, done, seconds)
    }
    return times
  }
  await visits()

  for (const [speed, perSecond] of Object.entries(SPEEDS)) {
    const part = `a citizen's page, ${waiting} messages waiting, sent ${speed}`
    const pairs: { without: Record<string, number>; loaded: Record<string, number> }[] = []
    for (let pair = 0; pair < PAIRS; pair++) {
      const without = await bed.withQueue(0, perSecond, visits)
      pairs.push({ without, loaded: await bed.withQueue(waiting, perSecond, visits) })
    }
    for (const act of Object.keys(ACTS)) {
      const slower = median(pairs.map((pair) => pair.loaded[act]! / pair.without[act]!)) - 1
      const value = `${(slower * 100).toFixed(0)} % slower at p95`
      const shown = (key: 'without' | 'loaded') =>
        pairs.map((pair) => pair[key][act]!.toFixed(1)).join(', ')
      const remark = `p95 in ms: ${shown('without')} without, ${shown('loaded')} with`
      const isReached = slower <= MOST_SLOWER
      if (speed === USUAL) table.add(part, act, value, 'at most 10 %', isReached, remark)
      else table.note(part, act, value, remark)
    }
  }
  await server.stop()
}

/** @returns the 95th percentile in milliseconds */
async function measured(
  url: string,
  act: (browser: Browser, turn: number) => Promise<unknown>,
  seconds: number
) {
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  const person = async () => {
    const browser = new Browser(url)
    while (performance.now() < until) {
      const begin = performance.now()
      await act(browser, turns++)
      times.push(performance.now() - begin)
      await pause(READS)
    }
    browser.close()
  }
  await Promise.all(Array.from({ length: PEOPLE }, person))
  return p95(times)
}
