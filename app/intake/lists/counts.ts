import type { Officer } from '#organisation'
import { readUnion } from '#shared/database/union'
import { countedBy } from './drivers.ts'
import { canHold, type ListFilter } from './filter.ts'
import { Order } from './order.ts'
import type { CandidateRow } from './range.ts'

/** So many are looked at: a count must not read a table to its end. */
const COUNTED = 50

/**
 * How many each filter holds, in one statement: of the first 51 petitions of its range those that it
 * holds; `more` when there are others. What never holds anything is not asked for.
 */
export async function counts(officer: Officer, filters: readonly ListFilter[]) {
  const counted = filters.map((filter) => ranges(officer, filter))
  const all = counted.flat()
  const limit = COUNTED + 1
  const parts = all.flatMap((range, part) => range.next(limit, part))
  const rows = parts.length > 0 ? await readUnion<CandidateRow>(parts) : []
  for (const [at, range] of all.entries()) {
    const own = rows.filter(({ part }) => Number(part) === at)
    range.add(own, limit)
  }
  return counted.map((own) => {
    const found = own.flatMap((range) => range.read.filter(({ fits }) => fits))
    const total = new Set(found.map(({ id }) => id)).size
    // "At least none" says nothing but that there are some that this officer may not see.
    const more = total > COUNTED || (total > 0 && own.some(({ isEnded }) => !isEnded))
    return { count: Math.min(total, COUNTED), more }
  })
}

function ranges(officer: Officer, filter: ListFilter) {
  if (!canHold(officer, filter)) return []
  return countedBy({ officer, filter, order: Order.of(filter), after: null })
}
