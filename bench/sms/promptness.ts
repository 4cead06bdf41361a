import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#tests/support/free_port'
import type { Bed } from './bed.ts'
import { numberIn } from './rows.ts'
import { p95, type Table } from './table.ts'

const PART = 'promptness'
/** Milliseconds that the centre's process takes to begin; they belong to the outage. */
const STARTING = 400
const OUTAGES = [500, 1_000, 2_000, 3_000]

/** How soon a message leaves, a dead peer is noticed, and work goes on after an outage. */
export async function promptness(bed: Bed, table: Table, messages: number) {
  await commitToSubmit(bed, table, messages)
  await deadPeer(bed, table)
  await outages(bed, table)
}

/** Committed by this process, sent by the worker's: nobody rings a wakeUp across processes. */
async function commitToSubmit(bed: Bed, table: Table, messages: number) {
  await bed.rows.empty()
  const centre = await bed.centre()
  const worker = await bed.boundWorker(centre)
  const committed = new Map<string, number>()
  for (let message = 0; message < messages; message++) {
    const [number] = await bed.rows.queue(1)
    committed.set(number!, Date.now())
    await pause(150 + (message % 10) * 70)
  }
  await bed.allFinal(20)
  const waits = (await centre.arrivals()).map(({ text, first }) => {
    return first - committed.get(numberIn(text))!
  })
  await worker.stop()
  await centre.program.stop()
  const wait = p95(waits)
  const all = waits.length === messages
  const shown = all ? `${wait} ms` : `${messages - waits.length} never came`
  table.add(PART, 'commit to submit_sm when idle, p95', shown, 'at most 1 s', all && wait <= 1_000)
}

/** The centre hangs: its machine still takes what is sent, and nothing comes back. */
async function deadPeer(bed: Bed, table: Table) {
  await bed.rows.empty()
  const centre = await bed.centre()
  const worker = await bed.boundWorker(centre)
  centre.hang()
  const since = Date.now()
  await worker.until(
    () => worker.said.includes('SMS session disturbed'),
    'the dead peer is noticed',
    60
  )
  const seconds = (Date.now() - since) / 1000
  centre.goOn()
  await worker.stop()
  await centre.program.stop()
  const within = seconds <= 45
  table.add(PART, 'a dead peer noticed', `${seconds.toFixed(1)} s`, 'at most 45 s', within)
}

async function outages(bed: Bed, table: Table) {
  await bed.rows.empty()
  const port = await freePort()
  let centre = await bed.centre({ port })
  const worker = await bed.boundWorker(centre)
  const waits: string[] = []
  let longest = 0
  for (const milliseconds of OUTAGES) {
    await centre.kill()
    await pause(Math.max(0, milliseconds - STARTING))
    await bed.rows.queue(1)
    centre = await bed.centre({ port })
    const since = Date.now()
    await worker.until(async () => (await centre.figures()).submits > 0, 'a submit after an outage')
    const wait = (await centre.figures()).firstSubmit! - since
    longest = Math.max(longest, wait)
    waits.push(`${(wait / 1000).toFixed(1)} s`)
    await pause(1_000)
  }
  await worker.stop()
  await centre.program.stop()
  const what = `first submit after outages of ${OUTAGES.map((each) => each / 1000).join(', ')} s`
  table.add(PART, what, waits.join(', '), 'at most 5 s', longest <= 5_000)
}
