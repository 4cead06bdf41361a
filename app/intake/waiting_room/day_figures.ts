import db from '@adonisjs/lucid/services/db'
import { median } from './median.ts'

interface Counted {
  what: 'taken' | 'wait' | 'served' | 'absent'
  value: number
  times: number
}

/**
 * What a day in the waiting room was like: from what was counted as it happened (tally.ts), however
 * many numbers were given; and of the tickets those that sit at a counter now.
 */
export async function dayFigures(authorityId: number, day: string) {
  const of = { authority_id: authorityId, day }
  const counted: Counted[] = await db
    .from('queue_tallies')
    .where(of)
    .orderBy(['what', 'value'])
    .select('what', 'value', 'times')
  const called = await db
    .from('queue_tickets')
    .where({ ...of, state: 'called' })
    .select('id')
  const sort = (what: Counted['what']) => counted.filter((row) => row.what === what)
  const count = (what: Counted['what']) => sort(what).reduce((all, { times }) => all + times, 0)
  const [taken, served, absent] = [count('taken'), count('served'), count('absent')]
  const waits = sort('wait')
  return {
    ...{ taken, absent, served: served + called.length },
    waiting: taken - served - absent - called.length,
    /** minutes */
    median: median(waits.flatMap(({ value, times }) => Array<number>(times).fill(value))),
    longest: waits.at(-1)?.value ?? null,
    /** How many were called and done in each hour in which something was. */
    hours: sort('served').map(({ value: hour, times }) => ({ hour, served: times })),
  }
}
