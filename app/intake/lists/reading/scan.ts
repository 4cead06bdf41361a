import { readUnion } from '#shared/database/union'
import type { Order, Place } from '../order.ts'
import type { Candidate, CandidateRow, Range } from './range.ts'

/** Candidates with which each driver begins: a page, one more, and a few that their reader may not see. */
const FIRST = 36
/** Rows after which a page ends, found or not; in an order of the desks', beside which more is counted. */
const MOST = 340
const MOST_OF_DESKS = 210

/** What a list holds up to a place; null: up to its end. */
interface Found {
  found: Candidate[]
  reached: Place | null
  /** Whether any that was looked at is one that the reader sees. */
  isSeen: boolean
}

/**
 * Reads ranges in the list's order until so many are found, the end is reached, or enough was read:
 * where each of two conditions is common and both together are rare, nobody can say how far the next
 * one is. All drivers are begun; the one that comes farthest is the rarer and goes on alone.
 */
export async function scan(
  drivers: Range[][],
  order: Order,
  wanted: number,
  most = MOST
): Promise<Found> {
  let going = drivers
  let left = order.isOfDesks ? Math.min(most, MOST_OF_DESKS) : most
  for (let round = 0; ; round++) {
    const lot = FIRST * 2 ** Math.max(0, round - 1)
    const limits = going.flatMap((ranges) =>
      shares(behind(ranges, order, wanted), lot, left / going.length)
    )
    left -= await read(limits)
    const results = drivers.map((ranges) => ({ ranges, ...upTo(ranges, order) }))
    const best = results.reduce((one, other) => (isFarther(other, one, order) ? other : one))
    const isEnough = !best.reached || best.found.length >= wanted
    if (isEnough || limits.length === 0) return best
    going = [best.ranges]
  }
}

/** How much of each range is read next. */
function shares(ranges: Range[], lot: number, left: number) {
  const isMany = ranges.length > lot
  return ranges.flatMap((range, at) => {
    const even = Math.floor(Math.min(lot, left / range.weight) / ranges.length)
    // Of more ranges than candidates each is begun; then the nearest ones go on, one at a time.
    const isNext = !range.isBegun || at < left / range.weight
    const limit = isMany && isNext ? Math.max(1, even) : even
    return limit > 0 ? [{ range, limit }] : []
  })
}

/** How many rows it cost. */
async function read(limits: { range: Range; limit: number }[]) {
  if (limits.length === 0) return 0
  const parts = limits.flatMap(({ range, limit }, at) => range.next(limit, at))
  const rows = await readUnion<CandidateRow>(parts)
  let cost = 0
  for (const [at, { range, limit }] of limits.entries()) {
    const own = rows.filter(({ part }) => Number(part) === at)
    range.add(own, limit)
    cost += own.length * range.weight + range.entry
  }
  return cost
}

/** The ranges that keep others from being shown: those that ended before the last one that is wanted. */
function behind(ranges: Range[], order: Order, wanted: number) {
  const going = ranges.filter(({ isEnded }) => !isEnded)
  if (going.some((range) => range.read.length === 0)) return going
  const known = fitting(ranges, order)
  const last = known[wanted - 1]
  const sorted = going.toSorted((one, other) => order.compare(one.reached!, other.reached!))
  if (!last) return sorted.slice(0, Math.ceil(sorted.length / 2))
  return sorted.filter((range) => order.compare(range.reached!, last) < 0)
}

function upTo(ranges: Range[], order: Order): Found {
  const ends = ranges.flatMap(({ reached }) => reached ?? [])
  const reached = ends.length > 0 ? ends.reduce((a, b) => (order.compare(a, b) < 0 ? a : b)) : null
  const known = fitting(ranges, order)
  const found = reached ? known.filter((one) => order.compare(one, reached) <= 0) : known
  const isSeen = ranges.some((range) => range.read.some((one) => one.isSeen))
  return { found, reached, isSeen }
}

/** In the list's order; a petition that several ranges hold once. */
function fitting(ranges: Range[], order: Order) {
  const all = ranges.flatMap((range) => range.read.filter(({ fits }) => fits))
  const once = new Map(all.map((one) => [one.id, one]))
  return [...once.values()].toSorted((one, other) => order.compare(one, other))
}

function isFarther({ reached: one }: Found, { reached: other }: Found, order: Order) {
  if (!one || !other) return !one && Boolean(other)
  return order.compare(one, other) > 0
}
