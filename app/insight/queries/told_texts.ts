import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Officer } from '#organisation'

/** How the text messages of a week ended; what was not sent on purpose is not among them. */
export interface ToldTexts {
  delivered: number
  missed: number
  /** No receipt came: nobody can know. */
  unknown: number
}

const MISSED = ['undeliverable', 'expired', 'rejected', 'failed']

/**
 * How the authority's texts ended since a Monday, before and since another one, with one statement
 * that the index (authority, channel, ended at, state) answers alone. Only counts, of no petition:
 * whoever may open the page may know them.
 */
export async function toldTexts({ authorityId }: Officer, since: DateTime, week: DateTime) {
  const rows: { state: string; texts: unknown; now: unknown }[] = await db
    .from('messages')
    .where({ authority_id: authorityId, channel: 'sms' })
    .where('final_at', '>=', sql(since))
    .whereIn('state', ['delivered', 'unknown', ...MISSED])
    .groupBy('state')
    .select('state')
    .count('* as texts')
    .select(db.raw('sum(final_at >= ?) as now', [sql(week)]))
  const ended = (states: string[], count: (row: (typeof rows)[number]) => number) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + count(row), 0)
  const counted = (count: (row: (typeof rows)[number]) => number): ToldTexts => ({
    delivered: ended(['delivered'], count),
    missed: ended(MISSED, count),
    unknown: ended(['unknown'], count),
  })
  return {
    thisWeek: counted((row) => Number(row.now)),
    lastWeek: counted((row) => Number(row.texts) - Number(row.now)),
  }
}

/** Of those that ended, the part that a telephone took; null when none ended. */
export function shareDelivered({ delivered, missed, unknown }: ToldTexts) {
  const all = delivered + missed + unknown
  return all ? delivered / all : null
}

const sql = (date: DateTime) => date.toUTC().toFormat('yyyy-MM-dd HH:mm:ss')
