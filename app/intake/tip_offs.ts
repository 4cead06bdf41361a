import type { Officer } from '#organisation'
import { NO_UNIT } from './charge.ts'
import { unitOf, type Conditions } from './visibility.ts'

/** What says who brought a petition, and of which authority it is. */
interface Brought {
  kind: string
  authorityId: number
}

/** Who brought a tip-off is known to its bureau alone, not above it: fear of reprisal (CİMER regulation). */
export function hidesPetitioner({ kind, authorityId }: Brought, officer: Officer) {
  const isBelow = officer.below.some(({ id }) => id === authorityId)
  return kind === 'tipOff' && (isBelow || !officer.can('tipOff.identity'))
}

/** Whoever may not know who brought a tip-off must not find it by its petitioner either. */
export function findableByPetitioner<Query extends object>(query: Query, officer: Officer): Query {
  const conditions = query as unknown as Conditions
  if (!officer.can('tipOff.identity')) conditions.whereNot('petitions.kind', 'tipOff')
  else if (officer.below.length > 0) {
    const below = officer.below.map(({ id }) => id)
    conditions.where((one) =>
      one
        .whereNot('petitions.kind', 'tipOff')
        .orWhere((others) => others.whereNotIn('petitions.authority_id', below))
    )
  }
  return query
}

/**
 * Whether a note, a reason or a contact of this unit stays hidden: what others wrote about a tip-off
 * may tell who brought it. What a unit wrote itself, and what was written to it, carries its id.
 */
export function hidesWords(brought: Brought, unitId: number | null, officer: Officer) {
  return hidesPetitioner(brought, officer) && unitId !== unitOf(officer)
}

/** Of a query for rows with a `unit_id`, those whose words this officer may read. */
export function wordsReadableBy<Query extends object>(
  query: Query,
  brought: Brought,
  officer: Officer
): Query {
  if (hidesPetitioner(brought, officer)) {
    ;(query as unknown as Conditions).where('unit_id', unitOf(officer) ?? NO_UNIT)
  }
  return query
}
