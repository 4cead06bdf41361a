import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Selection } from '#shared/database/union'
import type { Officer } from '#organisation'
import type { ListFilter } from '../filter.ts'
import type { Order, Place } from '../order.ts'

/** What a list is read for. */
export interface Asked {
  officer: Officer
  filter: ListFilter
  order: Order
  /** where the page before ended */
  after: Place | null
}

/** So many are kept; then all are forgotten. A thousand letters each. */
const MOST = 1500
const known = new Map<string, Selection[]>()
const names = new WeakMap<Asked, string>()

/**
 * The selections of one piece of a range, put together once: an officer who opens the queue again asks
 * the same of it, and to find the same words again was a tenth of the page's time. Whatever decides
 * what they say stands in the name: who asks, for what, and which piece.
 */
export function selections(
  asked: Asked,
  piece: (string | number | object | null)[],
  make: () => DatabaseQueryBuilderContract[]
): Selection[] {
  const name = `${nameOf(asked)} ${JSON.stringify(piece)}`
  const kept = known.get(name)
  if (kept) return kept
  const made = make().map((query) => {
    const { sql, bindings } = query.toSQL()
    return { sql, bindings: bindings as Selection['bindings'] }
  })
  if (known.size >= MOST) known.clear()
  known.set(name, made)
  return made
}

/** Who sees what is asked of an officer's authorities, units and roles, and of nothing else. */
function nameOf(asked: Asked) {
  const { officer, filter, order } = asked
  const { authorityId, atUnit, unitIds, roles, isOfBureau } = officer
  const below = officer.below.map(({ id }) => id)
  const name =
    names.get(asked) ??
    JSON.stringify([authorityId, atUnit, unitIds, roles, isOfBureau, below, filter, order.key])
  names.set(asked, name)
  return name
}
