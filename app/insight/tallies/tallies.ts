import { randomInt } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * What is counted: open petitions by unit and last day, conclusions by unit, outcome and days, what
 * came by subject, and how texts ended.
 */
export type Sort = 'open' | 'concluded' | 'received' | 'texts'

/** The week of what is counted as it is now. */
export const NOW = 'open'

/** Under this authority stands what each has of all its units together, with the authority as its unit. */
export const TOGETHER = 0

/** Where one more, or one less, is noted. */
export interface Cell {
  authorityId: number
  week: string
  sort: Sort
  /** 0: of no unit, or the bureau in the authority's name */
  unitId: number
  /** who sees it: a `Standing`, of a text the unit complained about */
  group: string
  /** which of those that stand in one tally: a last day, an outcome and its days, a subject, a state */
  what: string
}

export type Counts = Record<string, Record<string, number>>
export type TallyRow = Pick<Cell, 'week' | 'sort' | 'unitId'> & { counts: Counts }

/** As many as the column of an `integer` holds in both databases. */
const VERSIONS = 2 ** 31

/**
 * Çetele: what was counted of an authority in a week, by sort and unit, a row each. In a row stand the
 * groups that some officers see and others do not, and in each of them the counts. All units together
 * stand once more: whoever manages a governorate adds up thirteen authorities, and not all their units.
 */
export class Tallies {
  readonly #rows = new Map<string, TallyRow & { authorityId: number }>()

  add(cell: Cell, times: number) {
    this.#note(cell, times)
    this.#note({ ...cell, authorityId: TOGETHER, unitId: cell.authorityId }, times)
  }

  /** An authority's own: what happened lately happened to others' petitions as well. */
  rows(authorityId: number): TallyRow[] {
    return [...this.#rows.values()].filter((row) => row.authorityId === authorityId)
  }

  /**
   * Adds what was noted to what the database has. One writes at a time: whoever holds the mark. The
   * version is drawn by lot, so that none comes again, not even after a restore.
   */
  async write(trx: TransactionClientContract) {
    const changed = [...this.#rows].filter(([, { counts }]) => !isEmpty(counts))
    if (changed.length === 0) return
    const names = changed.map(([name]) => name)
    const found = await trx.from('tallies').whereIn('name', names).select('name', 'counts')
    const before = new Map(found.map(({ name, counts }) => [name, JSON.parse(counts) as Counts]))
    const version = randomInt(1, VERSIONS)
    const rows = changed.map(([name, { authorityId, week, sort, unitId, counts }]) => ({
      ...{ name, week, sort, authority_id: authorityId, unit_id: unitId },
      counts: JSON.stringify(sum(before.get(name) ?? {}, counts)),
      version,
    }))
    const insert = trx.insertQuery().table('tallies').multiInsert(rows)
    await insert.knexQuery.onConflict('name').merge(['counts', 'version'])
  }

  #note({ authorityId, week, sort, unitId, group, what }: Cell, times: number) {
    const name = [authorityId, week, sort, unitId].join('/')
    const row = this.#rows.get(name) ?? { authorityId, week, sort, unitId, counts: {} }
    this.#rows.set(name, row)
    increase(row.counts, group, what, times)
  }
}

function sum(to: Counts, from: Counts) {
  for (const [group, counts] of Object.entries(from)) {
    for (const [what, times] of Object.entries(counts)) increase(to, group, what, times)
  }
  return to
}

/** What comes to nothing is left out: last days that have passed would pile up. */
function increase(counts: Counts, group: string, what: string, times: number) {
  const those = (counts[group] ??= {})
  const all = (those[what] ?? 0) + times
  if (all !== 0) those[what] = all
  else delete those[what]
  if (all === 0 && isEmpty(those)) delete counts[group]
}

function isEmpty(object: object) {
  for (const _ in object) return false
  return true
}
