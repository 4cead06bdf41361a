import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { Catalogue, type Officer } from '#organisation'
import { ownUnits } from '#intake'
import type { Period } from '#shared/dates/period'
import { stamp } from '#shared/dates/stored'

/** How the text messages of a week ended; what was not sent on purpose is not among them. */
export interface ToldTexts {
  delivered: number
  missed: number
  /** No receipt came: nobody can know. */
  unknown: number
}

interface Ended {
  state: string
  texts: unknown
  now: unknown
}

/** As notification has it, whose door is not for figures; one of its tests holds both together. */
const MISSED = ['undeliverable', 'expired', 'rejected', 'failed']

/**
 * How the authority's texts ended in a week and in the one before it, with one statement that the
 * index (authority, channel, ended at, state) answers alone. What was told of complaints about the
 * officer's own units is taken off again: not even a figure may tell that there are any.
 */
export async function toldTexts(officer: Officer, week: Period) {
  const all = endedTexts(db.from('messages'), week)
  const rows: Ended[] = await all.where('messages.authority_id', officer.authorityId)
  const { bureau } = await Catalogue.of(officer.authorityId)
  const units = ownUnits(officer, bureau)
  const shielded: Ended[] = units.length === 0 ? [] : await shieldedTexts(units, week)

  const sum = (from: Ended[], states: string[], count: (row: Ended) => number) =>
    from.filter(({ state }) => states.includes(state)).reduce((total, row) => total + count(row), 0)
  const ended = (states: string[], count: (row: Ended) => number) =>
    sum(rows, states, count) - sum(shielded, states, count)
  const counted = (count: (row: Ended) => number): ToldTexts => ({
    delivered: ended(['delivered'], count),
    missed: ended(MISSED, count),
    unknown: ended(['unknown'], count),
  })
  return {
    thisWeek: counted((row) => Number(row.now)),
    lastWeek: counted((row) => Number(row.texts) - Number(row.now)),
  }
}

/** As many petitions as ever complained about these units. */
function shieldedTexts(units: number[], week: Period): Promise<Ended[]> {
  const messages = db.from('petitions').join('messages', 'messages.petition_id', 'petitions.id')
  return endedTexts(messages, week).whereIn('petitions.complained_unit_id', units)
}

function endedTexts(messages: DatabaseQueryBuilderContract<any>, week: Period) {
  return week.withPrevious
    .narrow(messages, 'messages.final_at')
    .where('messages.channel', 'sms')
    .whereIn('messages.state', ['delivered', 'unknown', ...MISSED])
    .groupBy('messages.state')
    .select('messages.state')
    .count('* as texts')
    .select(db.raw('sum(messages.final_at >= ?) as now', [stamp(week.from)]))
}

/** Of those that ended, the part that a telephone took; null when none ended. */
export function shareDelivered({ delivered, missed, unknown }: ToldTexts) {
  const all = delivered + missed + unknown
  return all ? delivered / all : null
}
