import { authorities, Catalogue, type Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { counts } from './counts.ts'
import { Cursor } from './cursor.ts'
import { driversOf } from './reading/drivers.ts'
import { canHold, type ListFilter } from './filter.ts'
import { holding } from './holding.ts'
import { Order, type Place } from './order.ts'
import { linesOf, rowOf, type Found, type PetitionRow } from './row.ts'
import { saidToEach } from '../striking/said.ts'
import type { Range } from './reading/range.ts'
import { scan } from './reading/scan.ts'

const PAGE = 30

/** A page of a list. */
export interface ListPage {
  rows: PetitionRow[]
  /** cursor of the next one; null at the end */
  next: string | null
  /** in which order it ended before it was full; null: it did not */
  short: Order['name'] | null
}

const NOTHING: ListPage = { rows: [], next: null, short: null }

/**
 * Lists of petitions as officers see them: a page at a time, by keyset. The cost of a page grows with
 * nothing: it ends after thirty petitions, or after as many rows as it may read.
 */
export const PetitionList = {
  page(officer: Officer, filter: ListFilter, after?: string | null) {
    return this.anyOf(officer, [filter], after)
  },

  /**
   * A page of what one filter or another holds; all of them are in the same order.
   *
   * @param most rows that it may look at, where it has looked for something else before
   */
  async anyOf(
    officer: Officer,
    filters: ListFilter[],
    after?: string | null,
    most?: number
  ): Promise<ListPage> {
    const held = filters.filter((filter) => canHold(officer, filter))
    if (!held[0]) return NOTHING
    const order = Order.of(held[0])
    const cursor = new Cursor(order, officer, held[0])
    const place = cursor.parse(after)
    const read = together(held, (filter) => driversOf({ officer, filter, order, after: place }))
    const { found, reached, isSeen } = await scan(read, order, PAGE + 1, most)
    // Who is looked for may not be known to the reader: more to look at would tell that it is known.
    if (order === Order.entry && !isSeen && !place) return NOTHING
    const page = found.slice(0, PAGE)
    const isFull = found.length > PAGE
    const last = isFull ? page.at(-1)! : reached
    return {
      rows: await rowsOf(officer, held, order, page),
      next: last && cursor.after(last, isFull),
      short: !isFull && reached ? order.name : null,
    }
  },

  /**
   * The petition that stands behind this one in the list, or before it, wherever this one is by now;
   * null at the end, and where enough was read.
   *
   * @param isBack before it
   */
  async beside(
    officer: Officer,
    filter: ListFilter,
    from: Place,
    isBack: boolean
  ): Promise<string | null> {
    if (!canHold(officer, filter)) return null
    const order = isBack ? Order.of(filter).reversed : Order.of(filter)
    const ranges = driversOf({ officer, filter, order, after: from })
    const { found } = await scan(ranges, order, 1)
    const [next] = found
    // Looked for from where it stood before, it may itself be behind that place, and is no next one.
    if (next?.id === from.id) return PetitionList.beside(officer, filter, next, isBack)
    const [row] = await rowsOf(officer, [filter], order, found.slice(0, 1))
    return row?.number ?? null
  },

  /** The lines of these, as far as they are of the officer's authority and may be seen. */
  these(officer: Officer, ids: readonly number[]) {
    const places = ids.map((id) => ({ key: '', id }))
    return rowsOf(officer, [{ authorityId: officer.authorityId }], Order.received, places)
  },

  counts,
}

/**
 * What one filter or another holds: behind each driver of the one that has most, with the first of
 * every other.
 */
function together(held: ListFilter[], driversFor: (filter: ListFilter) => Range[][]) {
  const all = held.map((filter) => driversFor(filter))
  const most = all.reduce(
    (best, drivers, at) => (drivers.length > all[best]!.length ? at : best),
    0
  )
  return all[most]!.map((driver) => [
    ...driver,
    ...held.toSpliced(most, 1).flatMap((filter) => driversFor(filter)[0]!),
  ])
}

/** Asks once more who sees them: one may have become hidden since it was found. */
async function rowsOf(
  officer: Officer,
  held: ListFilter[],
  order: Order,
  places: readonly Place[]
) {
  if (places.length === 0) return []
  const ids = places.map(({ id }) => id)
  const holds = held.map((filter) => holding({ officer, filter, order, after: null }))
  const rows = await linesOf(ids, holds)
  const catalogues = await cataloguesOf(rows)
  const reading = { officer, now: today(), authorities: await authorities() }
  const said = await saidToEach(rows.map(saying), officer)
  const byId = new Map(rows.map((row, at) => [row.id, { row, said: said[at]! }]))
  return ids
    .flatMap((id) => byId.get(id) ?? [])
    .map(({ row, said: read }) =>
      rowOf(row, { ...reading, said: read, catalogue: catalogues.get(row.authority_id)! })
    )
}

function saying({ first_line: text, authority_id: authorityId, ...row }: Found) {
  return { ...row, text, authorityId }
}

/** Each line has the words of the authority where it lies. */
async function cataloguesOf(rows: readonly { authority_id: number }[]) {
  const ids = [...new Set(rows.map(({ authority_id: id }) => id))]
  return new Map(await Promise.all(ids.map(async (id) => [id, await Catalogue.of(id)] as const)))
}
