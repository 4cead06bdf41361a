import db from '@adonisjs/lucid/services/db'
import { Catalogue, type Officer } from '#organisation'
import { OUTCOMES, readableBy, Step, type Outcome } from '#intake'
import type { Period } from '#shared/dates/period'
import { moment, type Stored } from '#shared/dates/stored'
import { daysBetween } from '#shared/dates/turkish_date'

/** A petition ended, by this step; one that was opened again may end a second time. */
export interface Conclusion {
  unitId: number
  outcome: Outcome
  /** whole days since the petition was received, as the calendar in Türkiye counts them */
  days: number
  thisWeek: boolean
}

interface Found {
  unit_id: number
  outcome: Outcome
  taken_at: Stored
  received_at: Stored
}

/**
 * What was concluded in a week and in the one before it, with one statement over the index of steps
 * (outcome, taken at, unit): only conclusions have an outcome, and no petition is read of what another
 * authority's units concluded. As much as two weeks are, never as large as the table.
 */
export async function conclusions(officer: Officer, week: Period): Promise<Conclusion[]> {
  const catalogue = await Catalogue.of(officer.authorityId)
  const steps = db.from('steps').join('petitions', 'petitions.id', 'steps.petition_id')
  const rows: Found[] = await week.withPrevious
    .narrow(readableBy(steps, officer), 'steps.taken_at')
    .whereIn('steps.outcome', [...OUTCOMES])
    .whereIn('steps.unit_id', catalogue.unitIds)
    .select('steps.unit_id', 'steps.outcome', 'steps.taken_at', 'petitions.received_at')
  return rows.map(({ unit_id: unitId, outcome, taken_at: takenAt, received_at: receivedAt }) => ({
    unitId: Step.senderOf({ unitId, outcome }, catalogue).id,
    outcome,
    days: daysBetween(moment(receivedAt), moment(takenAt)),
    thisWeek: week.has(moment(takenAt)),
  }))
}
