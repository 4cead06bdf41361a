import type { Officer } from '#organisation'
import { NO_UNIT } from './charge.ts'
import { isOf, seesDesk, unitOf, type Conditions } from './visibility.ts'

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

/**
 * Whether a tip-off is read only as the desk struck it: what it says may give away who brought it. The
 * desk that routes it reads the whole, also where that is the managers'.
 */
export function hidesOriginal(brought: Brought & { desk: string }, officer: Officer) {
  const routes = brought.desk === 'management' && isOf(officer, brought.authorityId)
  if (routes && officer.can('aboutBureau.refer') && seesDesk(officer, 'management')) return false
  return hidesPetitioner(brought, officer)
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
