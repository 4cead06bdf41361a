import { bare } from '#organisation'
import { folded } from '#shared/folded_text'

/** Where a house is, as far as an address says it. */
export interface House {
  quarter: string
  street: string
  number: string
}

const QUARTER = ['mah', 'mahalle', 'mahallesi', 'mh', 'koy', 'koyu']
const STREET = [
  ...['sk', 'sok', 'sokak', 'sokagi', 'cd', 'cad', 'cadde', 'caddesi'],
  ...['blv', 'bulvar', 'bulvari', 'bul', 'kume', 'mevki', 'mevkii'],
]

/** Word by word: what stands before Mahallesi is its name, what stands before Sokak is that one's. */
export function houseOf(address: string, place: string | null): House {
  const house = { quarter: '', street: '', number: '' }
  let name: string[] = []
  let isNext = false
  for (const word of address.replaceAll(/[,;/\n]/g, ' , ').split(/\s+/)) {
    const sort = folded(word).replaceAll(/[.:]/g, ' ').trim().split(' ')
    if (word === ',') name = []
    else if (QUARTER.includes(sort[0]!) && name.length > 0) {
      house.quarter ||= name.join(' ')
      name = []
    } else if (STREET.includes(sort[0]!) && name.length > 0) {
      house.street ||= [...name, word].join(' ')
      name = []
    } else if (sort[0] === 'no') {
      house.number ||= sort[1] ?? ''
      isNext = true
      name = []
    } else if ((house.street || isNext) && !house.number && /^\d/.test(word)) house.number = word
    else if (word) name.push(word)
  }
  if (!house.quarter) house.quarter = bareName(place?.split(',')[0] ?? '')
  return house
}

/** Written as the place is, without what it is called. */
function bareName(place: string) {
  const words = place.trim().split(/\s+/)
  return bare(place) === folded(place).trim() ? words.join(' ') : words.slice(0, -1).join(' ')
}

const collator = new Intl.Collator('tr', { numeric: true, sensitivity: 'base' })

/** By quarter, street and number; whoever has no address comes last. */
export function inWalkingOrder<T extends { house: House }>(visits: readonly T[]) {
  const parts = ['quarter', 'street', 'number'] as const
  return visits.toSorted(({ house: one }, { house: other }) => {
    for (const part of parts) {
      if (!one[part] !== !other[part]) return one[part] ? -1 : 1
      const order = collator.compare(one[part], other[part])
      if (order !== 0) return order
    }
    return 0
  })
}
