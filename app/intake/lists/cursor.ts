import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { Day } from '#shared/dates/turkish_date'
import { sealed, unsealed } from '#shared/sealed'
import type { ListFilter } from './filter.ts'
import { Order, type Place } from './order.ts'

/** How a moment stands in an address. */
const SHOWN = "yyyy-MM-dd'T'HHmmss"
/** Digits of an id, so that a sealed one does not tell by its length how large it is. */
const DIGITS = 10

/**
 * Where a page ended, as its address says it. The last petition of a page is known to its reader:
 * `2026-12-02_17`, `2026-12-02T093000_17`. How far a page has looked may be a petition that its reader
 * may not see: that is sealed, for this reader alone. Of a search for a person all places are, for this
 * reader and this person: whoever could make one up would learn whether there is more to look at.
 */
export class Cursor {
  readonly #purpose: string

  constructor(
    private readonly order: Order,
    officer: Officer,
    { number, nationalIdIndex, phoneIndex, nameIndex, paperKey, clues }: ListFilter
  ) {
    const words = clues && JSON.stringify(clues)
    const keys = [number, nationalIdIndex, phoneIndex, nameIndex, paperKey, words]
    const sought = keys.find(Boolean) ?? ''
    this.#purpose = `place:${officer.id}:${order.name}:${sought}`
  }

  /** @param isShown the petition stands on the page */
  after({ key, id }: Place, isShown: boolean) {
    if (isShown && this.order.isShown) {
      return [key.replace(' ', 'T').replaceAll(':', ''), id].join('_')
    }
    return sealed([key, String(id).padStart(DIGITS, '0')], this.#purpose)
  }

  /** Null for what is no place of this order: the list begins at its beginning. */
  parse(text: string | null | undefined): Place | null {
    const [hidden, place] = unsealed<[string, string]>(text, this.#purpose) ?? []
    if (hidden !== undefined) return { key: hidden, id: Number(place) }
    const [, shown = '', id] = /^([\dT-]{10,17})_(\d{1,10})$/.exec(text ?? '') ?? []
    const key = this.#keyOf(shown)
    return key && id ? { key, id: Number(id) } : null
  }

  #keyOf(shown: string) {
    if (!this.order.isShown) return null
    if (this.order === Order.due || this.order === Order.lastDay) {
      return Day.parse(shown) ? shown : null
    }
    const at = DateTime.fromFormat(shown, SHOWN, { zone: 'utc' })
    return at.isValid ? stamp(at) : null
  }
}
