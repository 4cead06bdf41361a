import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Officer } from '#organisation'
import { keptAs, type Stored } from '#shared/dates/stored'
import type { Stage } from '../stages.ts'
import { foundThrough } from '../visibility.ts'
import { narrow, type ListFilter } from './filter.ts'
import type { Order, Place } from './order.ts'

/** A petition that a range came upon, and whether the list holds it. */
export interface Candidate extends Place {
  fits: boolean
}

export interface CandidateRow {
  part: number
  id: number
  place_key: Stored
  fits: number | null
}

/** What a list is read for. */
export interface Asked {
  officer: Officer
  filter: ListFilter
  order: Order
  /** where the page before ended */
  after: Place | null
}

/** Where an index is entered: a table and the first columns of the index. */
export interface Entrance {
  table: 'petitions' | 'petition_readers' | 'petitioners'
  where: Record<string, string | number | null>
  /** The next column of the index, with more than one value: in this one's order first. */
  stages?: readonly Stage[]
}

/**
 * One range of an index in the list's order, read piece by piece. It holds more than the list does:
 * what the index does not answer is judged on each petition as it comes, never searched for.
 */
export class Range {
  readonly read: Candidate[] = []
  isEnded = false
  /** rows that are read for each candidate */
  readonly weight: number
  readonly #id: string

  constructor(
    private readonly asked: Asked,
    private readonly entrance: Entrance
  ) {
    const { table } = entrance
    const isJudgedAlone = table === 'petitions' && foundThrough(asked.officer).desks.length > 0
    this.weight = isJudgedAlone ? 1 : 2
    this.#id = table === 'petitions' ? 'petitions.id' : `${table}.petition_id`
  }

  /** The last place that is known; null: at the end of the range. */
  get reached() {
    return this.isEnded ? null : this.read.at(-1)!
  }

  /**
   * Statements for its next candidates. From a place on there are two: those with the very same key,
   * which may be a hundred thousand of one day, and the rest; both databases seek each by index.
   */
  next(limit: number, part: number) {
    const place = this.read.at(-1) ?? this.asked.after
    if (!place) return [this.#piece(limit, part)]
    const { column, beyond } = this.asked.order
    const later = [this.#id, beyond, place.id] as const
    if (!column) return [this.#piece(limit, part).where(...later)]
    const same = this.#piece(limit, part)
      .where(this.#at(column), place.key)
      .where(...later)
    return [same, this.#piece(limit, part).where(this.#at(column), beyond, place.key)]
  }

  /** What the statements gave, one after the other. */
  add(rows: CandidateRow[], limit: number) {
    this.isEnded = rows.length < limit
    const { column } = this.asked.order
    const candidates = rows.map(({ id, place_key: key, fits }) => ({
      id,
      key: column ? keptAs(key, column === 'due_on' ? 'day' : 'moment') : '',
      fits: Number(fits) === 1,
    }))
    candidates.sort((one, other) => this.asked.order.compare(one, other))
    this.read.push(...candidates.slice(0, limit))
  }

  #piece(limit: number, part: number) {
    const { order } = this.asked
    const { table, where, stages } = this.entrance
    const query = db.from(table).limit(limit)
    for (const [column, value] of Object.entries(where)) {
      if (value === null) query.whereNull(this.#at(column))
      else query.where(this.#at(column), value)
    }
    if (stages) query.whereIn(this.#at('stage'), [...stages]).orderBy(this.#at('stage'))
    this.#bounded(query)
    const key = order.column ? this.#at(order.column) : "''"
    return order
      .apply(query, order.column && this.#at(order.column), this.#id)
      .select(db.raw(`${part} as part, ${this.#id} as id, ${key} as place_key`))
      .select(this.#fits().as('fits'))
  }

  /** What of the filter the order's own column answers. */
  #bounded(query: DatabaseQueryBuilderContract) {
    const { order, filter } = this.asked
    const { dueOn, dueBefore, receivedIn, concludedIn } = filter
    if (!order.column) return
    const at = this.#at(order.column)
    if (order.name === 'received') receivedIn?.narrow(query, at)
    if (order.name === 'due' && dueOn) query.where(at, dueOn.toISODate()!)
    if (order.name === 'due' && dueBefore) query.where(at, '<', dueBefore.toISODate()!)
    if (order.name !== 'concluded') return
    if (concludedIn) concludedIn.narrow(query, at)
    // Nothing ends before it began.
    else if (receivedIn) receivedIn.narrowFrom(query, at)
    else query.whereNotNull(at)
  }

  #fits() {
    const { officer, filter } = this.asked
    const one = db.query().select(db.raw('1'))
    const { table } = this.entrance
    if (table === 'petitions') return narrow(one, officer, filter)
    one.from('petitions').whereColumn('petitions.id', this.#id)
    return narrow(one, officer, filter, table === 'petition_readers')
  }

  #at(column: string) {
    return `${this.entrance.table}.${column}`
  }
}
