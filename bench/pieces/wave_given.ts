import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { Bench } from '../bench.ts'
import { Program } from '../processes.ts'

/** Milliseconds between two looks. */
const LOOK = 100

/** The worker as in production. */
export function startWorker({ house }: Bench) {
  return new Program(['build/ace.js', 'worker'], { env: house.production })
}

/** It is killed on its way, and another one goes on to the end. */
export async function twoWorkers(
  bench: Bench,
  first: Program,
  { count, seconds }: { count: number; seconds: number }
) {
  const { report } = bench
  await first.until(
    async () => (await waiting()) <= (2 * count) / 3,
    'a third is answered',
    seconds
  )
  await first.stop('SIGKILL')
  report.note(`The worker was killed while ${await waiting()} of ${count} waited`)
  const second = startWorker(bench)
  const all = await waiting()
  await second.until(async () => (await waiting()) < all, 'another one goes on', seconds)
  const [began, cpu, left] = [performance.now(), second.cpu, await waiting()]
  await second.until(async () => (await waiting()) === 0, 'the rest is answered', seconds)
  const each = (performance.now() - began) / left
  const own = ((second.cpu - cpu) * 1000) / left
  report.note(
    `The other one takes ${each.toFixed(1)} ms for each, ${own.toFixed(1)} of its processor`
  )
  await pause(LOOK)
  await second.stop()
}

async function waiting() {
  const [row] = await db.from('wave_works').where('state', 'waits').count('* as count')
  return Number(row.count)
}

/** Of what each answered petition has exactly one: how many have none or several. */
export async function givenTwice() {
  const answered = db.from('wave_works').where('state', 'answered').select('petition_id')
  const ids = (await answered).map((row) => row.petition_id as number)
  const once = async (rows: Rows) => {
    const counts = new Map<number, number>()
    for (const { petition_id: id } of await rows.select('petition_id')) {
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    return ids.filter((id) => counts.get(id) !== 1).length
  }
  const concluded = { kind: 'concluded' }
  return [
    ['each answered one has one answer', await once(db.from('answers'))],
    ['each answered one is concluded once', await once(db.from('steps').where(concluded))],
    [
      'each answered one has one message',
      await once(db.from('messages').where('event', 'concluded')),
    ],
  ] as [string, number][]
}

type Rows = ReturnType<typeof db.from>
