import type { Bed } from './bed.ts'
import type { Table } from './table.ts'

const PART = 'limits'
const WINDOW = 10
const RATE = 100
const SECONDS = 12

/** What an operator forbids: more at once, or more in a second, than was agreed. */
export async function limits(bed: Bed, table: Table) {
  await bed.rows.empty()
  const centre = await bed.centre({ faults: { delay: 5, jitter: 20 } })
  await bed.rows.queue(RATE * SECONDS)
  const limit = { SMPP_WINDOW: String(WINDOW), SMPP_PER_SECOND: String(RATE) }
  const worker = bed.worker(centre, limit)
  await bed.allFinal(SECONDS * 5)
  const figures = await centre.figures()
  await worker.stop()
  await centre.program.stop()
  const { mostUnanswered, busiestSecond, accepted } = figures
  const seconds = (figures.lastSubmit! - figures.firstSubmit!) / 1000
  table.add(
    PART,
    'in flight',
    String(mostUnanswered),
    `at most ${WINDOW}`,
    mostUnanswered <= WINDOW
  )
  const within = busiestSecond <= RATE
  table.add(PART, 'busiest second', String(busiestSecond), `at most ${RATE}`, within)
  table.note(PART, 'on average', `${(accepted / seconds).toFixed(1)} a second`)
}
