import type { Officer } from '#organisation'
import { readUnion } from '#shared/database/union'
import { countedBy } from './reading/drivers.ts'
import { canHold, named, sharesOf, type ListFilter } from './filter.ts'
import { Order } from './order.ts'
import type { CandidateRow, Range } from './reading/range.ts'

/** As many as stand on a page are counted: a count must not read a table to its end. */
const COUNTED = 30

/**
 * How many each filter holds, in one statement: of the first 31 petitions of each of its shares those
 * that it holds; `more` when there are others. What never holds anything is not asked for.
 *
 * @param most so many are counted
 */
export async function counts(officer: Officer, filters: readonly ListFilter[], most = COUNTED) {
  const shares = filters.map((filter) => sharesOf(filter, filters))
  const ranges = new Map<string, Range[]>()
  for (const share of shares.flat()) ranges.set(named(share), rangesOf(officer, share))
  await read([...ranges.values()].flat(), most + 1)
  return shares.map((own) =>
    countedIn(
      own.flatMap((share) => ranges.get(named(share))!),
      most
    )
  )
}

function rangesOf(officer: Officer, filter: ListFilter) {
  if (!canHold(officer, filter)) return []
  return countedBy({ officer, filter, order: Order.of(filter), after: null })
}

async function read(ranges: Range[], limit: number) {
  const parts = ranges.flatMap((range, part) => range.next(limit, part))
  const rows = parts.length > 0 ? await readUnion<CandidateRow>(parts) : []
  for (const [at, range] of ranges.entries()) {
    const own = rows.filter(({ part }) => Number(part) === at)
    range.add(own, limit)
  }
}

function countedIn(ranges: Range[], most: number) {
  const found = ranges.flatMap((range) => range.read.filter(({ fits }) => fits))
  const total = new Set(found.map(({ id }) => id)).size
  // "At least none" says nothing but that there are some that this officer may not see.
  const more = total > most || (total > 0 && ranges.some(({ isEnded }) => !isEnded))
  return { count: Math.min(total, most), more }
}
