import { Catalogue, type Officer } from '#organisation'
import { moment } from '#shared/dates/stored'
import { dayOf, today } from '#shared/dates/turkish_date'
import { counts } from './counts.ts'
import { Cursor } from './cursor.ts'
import { driversOf } from './drivers.ts'
import { canHold, type ListFilter } from './filter.ts'
import { Order, type Place } from './order.ts'
import { linesOf, rowOf } from './row.ts'
import { scan } from './scan.ts'

const PAGE = 30

/** A page of a list. */
export type ListPage = Awaited<ReturnType<(typeof PetitionList)['page']>>

/**
 * Lists of petitions as officers see them: a page at a time, by keyset. The cost of a page grows with
 * nothing: it ends after thirty petitions, or after as many rows as it may read.
 */
export const PetitionList = {
  /** A page, and the cursor of the next one (null at the end). */
  page(officer: Officer, filter: ListFilter, after?: string | null) {
    return this.anyOf(officer, [filter], after)
  },

  /** A page of what one filter or another holds; all of them are in the same order. */
  async anyOf(officer: Officer, filters: ListFilter[], after?: string | null) {
    const held = filters.filter((filter) => canHold(officer, filter))
    if (!held[0]) return { rows: [], next: null, lookedUntil: null }
    const order = Order.of(held[0])
    const place = Cursor.parse(after, order)
    const [drivers, ...others] = held.map((filter) =>
      driversOf({ officer, filter, order, after: place })
    )
    // Whatever only one filter holds is behind the first driver of each.
    const read =
      others.length > 0 ? [[drivers!, ...others].flatMap(([ranges]) => ranges!)] : drivers!
    const { found, reached } = await scan(read, order, PAGE + 1)
    const page = found.slice(0, PAGE)
    const isFull = found.length > PAGE
    const next = isFull ? page.at(-1)! : reached
    return {
      rows: await rowsOf(officer, page),
      next: next && Cursor.after(next),
      lookedUntil: !isFull && reached ? dayLookedAt(reached, order) : null,
    }
  },

  counts,
}

/** How far a page has looked that ended before it was full: a day, or null for what has no days. */
function dayLookedAt({ key }: Place, { name }: Order) {
  return { order: name, on: key ? dayOf(moment(key)) : null }
}

async function rowsOf(officer: Officer, places: readonly Place[]) {
  if (places.length === 0) return []
  const ids = places.map(({ id }) => id)
  const rows = await linesOf(ids)
  const reading = { catalogue: await Catalogue.of(officer.authorityId), officer, now: today() }
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? []).map((row) => rowOf(row, reading))
}
