import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Bench } from '../bench.ts'
import type { Server } from '../processes.ts'
import { page } from '../visits.ts'

const PACKED = { 'accept-encoding': 'br, gzip' }
const WARM = 40
const VISITS = 200
/** Milliseconds; nobody is to wait longer for one piece of the page. */
const MOST = 2
/** What follows an answer, as the session's end, is the visit's as well. */
const AFTERWARDS = 3

/** The longest piece of each visit to a manager's page, from the first byte of it to the last. */
export async function pieces({ house, database, report, sizes, say }: Bench, path: string) {
  say('how long the page holds the event loop')
  const server = await house.probed()
  const manager = await new Bench(house, database, server, report, sizes).signedIn('kaymakam')
  const visit = async () => {
    await page(manager, path, PACKED)
    await pause(AFTERWARDS)
    return asked(server, 'longest')
  }
  await asked(server, 'start')
  for (let turn = 0; turn < WARM; turn++) await visit()
  const longest: number[] = []
  for (let turn = 0; turn < VISITS; turn++) longest.push(await visit())
  longest.sort((a, b) => a - b)
  const [median, p99, worst] = [0.5, 0.99, 1].map((part) => longest[Math.ceil(VISITS * part) - 1]!)
  const shown = `${p99!.toFixed(1)} ms, half ${median!.toFixed(1)}, once ${worst!.toFixed(1)}`
  const what = 'no piece of the managers’ page holds the event loop for more than 2 ms (p99)'
  report.floor(what, shown, p99! <= MOST)
  manager.close()
  await server.stop()
}

/** What a probed process tells, asked by a word of `probed.ts`. */
export async function asked(server: Server, word: string) {
  server.child.send(word)
  const [told] = await once(server.child, 'message')
  return told as number
}
