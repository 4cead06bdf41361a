import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { Catalogue, type Officer } from '#organisation'
import { union } from '#shared/database/union'
import { today } from '#shared/dates/turkish_date'
import { desksOf } from '../visibility.ts'
import { Cursor } from './cursor.ts'
import { petitionsOf, type ListFilter } from './filter.ts'
import { COLUMNS, FIRST_LINE, rowOf, type Found } from './row.ts'

const PAGE = 30
/** Counts above this are shown as «50+»: a count must not read a table to its end. */
const COUNTED = 50

/**
 * Lists of petitions as officers see them: a page at a time, by keyset. By last day, one small
 * index range a desk and stage; without stages by entry, newest first. The cost of a page does not grow
 * with the number of petitions.
 */
export const PetitionList = {
  /** A page, and the cursor of the next one (null at the end). */
  page(officer: Officer, filter: ListFilter, after?: string | null) {
    return this.anyOf(officer, [filter], after)
  },

  /** A page of what one filter or another holds; all of them are in the same order. */
  async anyOf(officer: Officer, filters: ListFilter[], after?: string | null) {
    const [filter] = filters
    if (!filter) return { rows: [], next: null }
    const found = await pageQuery(officer, filters, Cursor.parse(after))
    const rows = (found as Found[]).slice(0, PAGE)
    const last = found.length > PAGE ? rows.at(-1) : undefined
    const catalogue = await Catalogue.of(officer.authorityId)
    const now = today()
    return {
      rows: rows.map((row) => rowOf(row, { catalogue, officer, now })),
      next: last ? Cursor.after(last, filter) : null,
    }
  },

  /** How many each filter holds, up to 50, in one statement. */
  async counts(officer: Officer, filters: ListFilter[]) {
    const counted = filters.map((filter, at) =>
      petitionsOf(officer, filter)
        .select(db.raw(`${at} as filter`))
        .limit(COUNTED + 1)
    )
    const rows = await union(counted)
    return filters.map((_, at) => {
      const total = rows.filter((row) => Number(row.filter) === at).length
      return { count: Math.min(total, COUNTED), more: total > COUNTED }
    })
  },
}

/**
 * The ids of a page come from one small index range for each desk and stage, merged; only then
 * are the rows themselves read.
 */
function pageQuery(officer: Officer, filters: ListFilter[], after: Cursor | null) {
  const [filter] = filters as [ListFilter]
  const ranges = filters.flatMap((one) =>
    (one.stages ?? [undefined]).map((stage) => ({ ...one, stages: stage && [stage] }))
  )
  const desks = filter.desk ? [filter.desk] : desksOf(officer)
  const seen = ranges.flatMap((range) => desks.map((desk) => ({ ...range, desk })))
  const parts = seen.map((range) => {
    const part = petitionsOf(officer, range)
    after?.apply(part)
    return order(part, filter)
      .select('petitions.id')
      .limit(PAGE + 1)
  })
  const page = db
    .from(union(parts).as('page'))
    .join('petitions', 'petitions.id', 'page.id')
    .leftJoin('petitioners', 'petitioners.petition_id', 'petitions.id')
    .select(COLUMNS)
    .select(db.raw(FIRST_LINE))
    .limit(PAGE + 1)
  return order(page, filter)
}

function order(query: DatabaseQueryBuilderContract, { stages }: ListFilter) {
  return stages
    ? query.orderBy('petitions.due_on').orderBy('petitions.id')
    : query.orderBy('petitions.id', 'desc')
}
