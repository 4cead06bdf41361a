import type { Officer } from '#organisation'
import { DESKS, isOf, NARROW, OPENED_BY, readableBy, seesDesk } from '../visibility.ts'
import type { Conditions } from './conditions.ts'
import { notAbout } from './shielded.ts'

/**
 * Narrows a query that knows `petitions` and `petition_readers` to what the officer's authority handed
 * over and keeps: for whoever there saw it as it stood then. A restriction of later counts as well.
 */
export function keptBy<Query extends object>(query: Query, officer: Officer): Query {
  const conditions = query as unknown as Conditions
  const shut = NARROW.filter((circle) => !officer.can(OPENED_BY[circle]))
  const closed = DESKS.filter((desk) => !seesDesk(officer, desk))
  conditions.where('petition_readers.kept_by', officer.authorityId)
  conditions.whereNull('petition_readers.until')
  conditions.whereNotIn('petition_readers.desk', closed)
  conditions.whereNotIn('petition_readers.circle', shut)
  if (shut.includes('bureau')) conditions.where('petitions.circle', 'house')
  notAbout(officer, conditions)
  return query
}

/**
 * Narrows a query that knows `petitions` to those of which the list of accesses tells this officer: what
 * they may see, and by an auditor's role alone whatever officers of their own authority opened. Nobody
 * learns of a complaint about a unit that they belong to, not even that it was opened.
 *
 * @param authorityId whose officers opened them
 */
export function tracedBy<Query extends object>(
  query: Query,
  officer: Officer,
  authorityId: number
): Query {
  if (!officer.can('accesses.seeEvery') || !isOf(officer, authorityId)) {
    return readableBy(query, officer)
  }
  const conditions = query as unknown as Conditions
  notAbout(officer, conditions)
  if (officer.isOfBureau) conditions.whereNot('petitions.desk', 'management')
  return query
}
