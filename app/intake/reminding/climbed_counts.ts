import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { OPEN_STAGES } from '../stages.ts'
import { readableBy } from '../visibility.ts'
import { STILL } from './still.ts'

/** As many are counted: a count must not read a table to its end. */
const COUNTED = 30
const CLIMBED = ['head', 'chief', 'governor'] as const

/** How many open petitions of the officer's own authority have climbed to whom, of those that they see. */
export function climbedCounts(officer: Officer) {
  return Promise.all(
    CLIMBED.map(async (rung) => {
      const found = await readableBy(standingAt(rung, officer), officer)
      const all = new Set((found as { id: number }[]).map(({ id }) => id)).size
      return { rung, count: Math.min(all, COUNTED), more: all > COUNTED }
    })
  )
}

/** A petition stands twice at most, once for each clock. */
function standingAt(rung: string, { authorityId }: Officer) {
  return db
    .from('reminders')
    .join('petitions', 'petitions.id', 'reminders.petition_id')
    .where({ 'reminders.authority_id': authorityId, 'reminders.rung': rung })
    .whereNull('reminders.until')
    .whereRaw(STILL, [...OPEN_STAGES])
    .orderBy('reminders.id', 'desc')
    .limit(2 * COUNTED + 1)
    .select('petitions.id')
}
