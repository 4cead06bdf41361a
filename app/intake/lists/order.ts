import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { ListFilter } from './filter.ts'
import { ORDERS, type ChosenOrder } from './orders.ts'

/** Where a petition stands in a list: the order's key, as text, and its id. */
export interface Place {
  key: string
  id: number
}

/** In which order a list shows its petitions. Each has an index for whatever narrows a list. */
export class Order {
  /** What is urgent, then by last day, the most pressing first: what waits for somebody. */
  static readonly due = new Order('due', 'listed_on', 'asc')
  /** Newest first. */
  static readonly received = new Order('received', 'received_at', 'desc')
  static readonly concluded = new Order('concluded', 'concluded_at', 'desc')
  /** By the promised day alone, whatever is urgent. */
  static readonly lastDay = new Order('lastDay', 'due_on', 'asc')
  /** What is about the same, from the same place, with the same unit stands together. */
  static readonly subject = new Order('subject', 'subject_order', 'asc', Number)
  static readonly place = new Order('place', 'place_order', 'asc')
  static readonly unit = new Order('unit', 'unit_id', 'asc', Number)
  /** What a search found, newest first. */
  static readonly entry = new Order('entry', null, 'desc')

  /** The order in which the index answers most of what the filter asks. */
  static of(filter: ListFilter) {
    const { number, nationalIdIndex, phoneIndex, nameIndex, paperKey, clues } = filter
    const { stages, receivedIn, outcome } = filter
    if (number || nationalIdIndex || phoneIndex || nameIndex || paperKey || clues) return this.entry
    if (filter.order && stages) return this[filter.order]
    if (receivedIn && !outcome) return this.received
    if (stages) return this.due
    return outcome || filter.concluded || filter.concludedIn ? this.concluded : this.received
  }

  private constructor(
    readonly name: ChosenOrder | 'due' | 'received' | 'concluded' | 'entry',
    readonly column: string | null,
    private readonly direction: 'asc' | 'desc',
    /** how keys are compared */
    private readonly as: (key: string) => string | number = String
  ) {}

  /** Apart from every other one, the same order from its end included. */
  get key() {
    return `${this.name} ${this.direction}`
  }

  /** The same from its end. */
  get reversed() {
    const direction = this.direction === 'asc' ? 'desc' : 'asc'
    return new Order(this.name, this.column, direction, this.as)
  }

  /** Of the desks' work alone: along the desks, stage by stage, and by nothing else. */
  get isOfDesks() {
    return ORDERS.some((name) => name === this.name)
  }

  /** Whether a place in it may stand in an address as it is. */
  get isShown() {
    return this.name !== 'entry' && (!this.isOfDesks || this.name === 'lastDay')
  }

  /** Below 0 when the first stands before the second. */
  compare(one: Place, other: Place) {
    const [a, b] = [this.as(one.key), this.as(other.key)]
    const difference = a === b ? one.id - other.id : a < b ? -1 : 1
    return this.direction === 'asc' ? difference : -difference
  }

  /** By these columns, one after the other. */
  by(query: DatabaseQueryBuilderContract, columns: string[]) {
    for (const column of columns) query.orderBy(column, this.direction)
    return query
  }

  /** Compares a column so that only what comes after a place is left. */
  get beyond() {
    return this.direction === 'asc' ? '>' : '<'
  }
}
