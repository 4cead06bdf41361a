import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Stage } from '../../stages.ts'
import { besideIt, ofItsScope, type Sought } from '../../search/asking/posting_fits.ts'
import { foundThrough } from '../../visibility.ts'
import { narrow } from '../filter.ts'
import { selections, type Asked } from './known.ts'
import type { Place } from '../order.ts'
import { along } from '#shared/database/along'
import { inPlace } from '../place.ts'
import { beyond, entered } from './seek.ts'

/** A petition that a range came upon, and whether the list holds it. */
export interface Candidate extends Place {
  fits: boolean
  /** It is seen by its reader, also where the list does not hold it; of words alone that is known. */
  isSeen: boolean
}

export interface CandidateRow {
  part: number
  id: number
  place_key: string
  fits: number | null
}

/** By what is known of who brought it, or of its paper. */
export type PersonTable = 'petitioners' | 'representatives' | 'papers'

/** Where an index is entered: a table and the first columns of the index. */
export interface Entrance {
  table: 'petitions' | 'petition_readers' | 'search_postings' | PersonTable
  where: Record<string, string | number | null>
  /** The column in the list's order, where it is not the order's own; null is not in the list. */
  key?: 'open_listed_on'
  /** The next column of the index, with more than one value: in this one's order first. */
  stages?: readonly Stage[]
  /** The index's columns, where MariaDB may take another one of the same table for it. */
  index?: readonly string[]
  /** Of words: whose reading it is, and what else is looked for. */
  posting?: Sought
}

const ENTRY = 2
/** Where urgent petitions stand (database/migrations/065_urgency.ts). */
const URGENT_DAYS = ['1001-01-01', '1002-01-01']

/**
 * One range of an index in the list's order, read piece by piece. It holds more than the list does:
 * what the index does not answer is judged on each petition as it comes, never searched for.
 */
export class Range {
  readonly read: Candidate[] = []
  isBegun = false
  isEnded = false
  /** rows that are read for each candidate */
  readonly weight: number
  /** rows that are read to begin: of many authorities' ranges more than what is found there */
  readonly entry: number
  readonly #id: string
  /** Column of the order's key; null where the id alone is the order. */
  readonly #key: string | null

  constructor(
    private readonly asked: Asked,
    private readonly entrance: Entrance
  ) {
    const { table, posting } = entrance
    const { column } = asked.order
    const isReaderLookedUp = foundThrough(asked.officer).unitId && table !== 'petition_readers'
    const own = table === 'petitions' ? 1 : 2
    // Looked up from a person's petitions, a reader costs several: counted among somebody's thousand.
    const ofReader = own === 2 && !posting ? 5 : 1
    const beside = posting?.beside.flat().length ?? 0
    this.weight = own + (isReaderLookedUp ? ofReader : 0) + beside
    this.entry = asked.officer.below.length > 0 ? ENTRY : 0
    this.#id = table === 'petitions' ? 'petitions.id' : `${table}.petition_id`
    this.#key = column && `${table}.${entrance.key ?? column}`
  }

  /** The last place that is known; null: at the end of the range. */
  get reached() {
    return this.isEnded ? null : this.read.at(-1)!
  }

  /** Selections of its next candidates, to be read one after the other. */
  next(limit: number, part: number) {
    const place = this.read.at(-1) ?? this.asked.after
    const from = place && { key: place.key, id: place.id }
    return selections(this.asked, [this.entrance, limit, part, from], () => {
      const columns = { key: this.#key, id: this.#id }
      return beyond(place, columns, this.asked.order).map((apply) => {
        const piece = this.#piece(limit, part, place !== null)
        apply(piece)
        return piece
      })
    })
  }

  /** What the statements gave. */
  add(rows: CandidateRow[], limit: number) {
    this.isBegun = true
    this.isEnded = rows.length < limit
    const { order } = this.asked
    const candidates = rows.map(({ id, place_key: key, fits }) => ({
      id,
      key,
      fits: Number(fits) === 1,
      isSeen: fits !== null,
    }))
    candidates.sort((one, other) => order.compare(one, other))
    this.read.push(...candidates.slice(0, limit))
  }

  #piece(limit: number, part: number, isFromPlace: boolean) {
    const { order } = this.asked
    const { table, where, stages, key, index } = this.entrance
    const query = db.from(index ? along(table, index) : table).limit(limit)
    const isBounded = this.#bounded(query)
    const equal = Object.entries(where).map(([name, value]) => [`${table}.${name}`, value] as const)
    if (key && !isBounded) query.whereNotNull(this.#key!)
    const first = entered(query, equal, isBounded || isFromPlace || Boolean(stages ?? key))
    if (stages) query.whereIn(`${table}.stage`, [...stages])
    const columns = [first, stages && `${table}.stage`, this.#key, this.#id]
    return order
      .by(
        query,
        columns.filter((column) => typeof column === 'string')
      )
      .select(db.raw(`${part} as part, ${this.#id} as id, ${this.#keyText} as place_key`))
      .select(this.#fits().as('fits'))
  }

  /** As text: of three hundred candidates most are never shown, and their keys need be no dates. */
  get #keyText() {
    return this.#key ? `cast(${this.#key} as char)` : "''"
  }

  /** What of the filter the order's own column answers; whether it does. */
  #bounded(query: DatabaseQueryBuilderContract) {
    const { order, filter } = this.asked
    const { dueOn, dueBefore, receivedIn, concludedIn, place } = filter
    const key = this.#key!
    if (order.name === 'received' && receivedIn) receivedIn.narrow(query, key)
    // What is urgent stands on days before all others, whenever its last day is.
    else if (order.name === 'due' && dueOn) query.whereIn(key, [...URGENT_DAYS, dueOn.toISODate()!])
    else if (order.name === 'due' && dueBefore) query.where(key, '<', dueBefore.toISODate()!)
    else if (order.name === 'lastDay' && dueOn) query.where(key, dueOn.toISODate()!)
    else if (order.name === 'lastDay' && dueBefore) query.where(key, '<', dueBefore.toISODate()!)
    else if (order.name === 'place' && place) inPlace(query, key, place)
    else if (order.name === 'concluded' && concludedIn) concludedIn.narrow(query, key)
    // Nothing ends before it began.
    else if (order.name === 'concluded' && receivedIn) receivedIn.narrowFrom(query, key)
    else if (order.name === 'concluded') query.whereNotNull(key)
    else return false
    return true
  }

  /** What the index answers of whose it is need not be asked of each. */
  get #filter() {
    const { filter } = this.asked
    const { authority_id: own } = this.entrance.where
    return own ? { ...filter, authorityId: Number(own) } : filter
  }

  #fits() {
    const { officer } = this.asked
    const filter = this.#filter
    const { table, posting } = this.entrance
    const one = db.query().select(posting ? besideIt(this.#id, posting) : db.raw('1'))
    if (table === 'petitions') return narrow(one, officer, filter)
    one.from('petitions').whereColumn('petitions.id', this.#id)
    if (posting) ofItsScope(one, posting)
    return narrow(one, officer, filter, table === 'petition_readers')
  }
}
