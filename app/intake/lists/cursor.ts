import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { Day } from '#shared/dates/turkish_date'
import type { Order, Place } from './order.ts'

/** How a moment stands in an address. */
const SHOWN = "yyyy-MM-dd'T'HHmmss"

/** Where a page ended, as its address says it: `2026-12-02_17`, `2026-12-02T093000_17` or `17`. */
export const Cursor = {
  after({ key, id }: Place) {
    return [...(key ? [key.replace(' ', 'T').replaceAll(':', '')] : []), id].join('_')
  },

  /** Null for what is no place of this order: the list begins at its beginning. */
  parse(text: string | null | undefined, { column }: Order): Place | null {
    const [, shown = '', id] = /^(?:([\dT-]{10,17})_)?(\d{1,10})$/.exec(text ?? '') ?? []
    if (!id) return null
    const key = keyOf(shown, column)
    return key === null ? null : { key, id: Number(id) }
  },
}

function keyOf(shown: string, column: Order['column']) {
  if (!column) return shown ? null : ''
  if (column === 'due_on') return Day.parse(shown) ? shown : null
  const at = DateTime.fromFormat(shown, SHOWN, { zone: 'utc' })
  return at.isValid ? stamp(at) : null
}
