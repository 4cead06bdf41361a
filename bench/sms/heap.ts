import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Program } from '../processes.ts'
import type { Bed } from './bed.ts'
import type { Table } from './table.ts'

const PART = 'memory of the worker after a collection'
const A_LOT = 10_000
const MOST_GROWTH = 20

/** Whether the worker keeps anything of what it has sent. @param count of messages at the end */
export async function heap(bed: Bed, table: Table, count: number) {
  await bed.rows.empty()
  const centre = await bed.centre()
  const first = Math.min(A_LOT, Math.floor(count / 10))
  await bed.rows.queue(first)
  const worker = new Program(
    ['--expose-gc', '--import=@poppinss/ts-exec', 'bench/sms/heap_process.ts'],
    { env: { ...bed.house.env, ...bed.link(centre, 50) }, log: bed.log('heap'), talks: true }
  )
  await once(worker.child, 'message')
  await bed.allFinal(300)
  const before = await collected(worker)
  for (let sent = first; sent < count; sent += A_LOT) {
    await bed.rows.queue(Math.min(A_LOT, count - sent))
    await bed.allFinal(300)
  }
  const after = await collected(worker)
  await worker.stop()
  await centre.program.stop()
  const growth = after - before
  table.note(PART, `at ${first} messages`, `${before.toFixed(1)} MB`)
  table.note(PART, `at ${count} messages`, `${after.toFixed(1)} MB`)
  const within = growth <= MOST_GROWTH
  table.add(PART, 'growth', `${growth.toFixed(1)} MB`, `at most ${MOST_GROWTH} MB`, within)
}

async function collected(worker: Program) {
  await pause(1_000)
  const answer = once(worker.child, 'message')
  worker.child.send('collect')
  return Number((await answer)[0])
}
