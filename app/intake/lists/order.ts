import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { ListFilter } from './filter.ts'

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
  /** What a search found, newest first. */
  static readonly entry = new Order('entry', null, 'desc')

  /** The order in which the index answers most of what the filter asks. */
  static of(filter: ListFilter) {
    const { number, nationalIdIndex, phoneIndex, nameIndex, paperKey, clues } = filter
    const { stages, receivedIn, outcome } = filter
    if (number || nationalIdIndex || phoneIndex || nameIndex || paperKey || clues) return this.entry
    if (receivedIn && !outcome) return this.received
    if (stages) return this.due
    return outcome || filter.concluded || filter.concludedIn ? this.concluded : this.received
  }

  private constructor(
    readonly name: 'due' | 'received' | 'concluded' | 'entry',
    readonly column: 'listed_on' | 'received_at' | 'concluded_at' | null,
    private readonly direction: 'asc' | 'desc'
  ) {}

  /** Below 0 when the first stands before the second. */
  compare(one: Place, other: Place) {
    const difference = one.key === other.key ? one.id - other.id : one.key < other.key ? -1 : 1
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
