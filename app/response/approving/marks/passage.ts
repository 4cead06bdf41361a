/** What an expression would read as its own sign. */
const SIGNS = /[.*+?^${}()|[\]\\/]/g

/** A passage of a text, from a letter to before another. */
export interface Passage {
  from: number
  until: number
}

/**
 * Where the quoted words stand in a text, however their lines are broken: whoever copies them out of a
 * page has other spaces. All places, in their order, and none across another.
 */
export function passagesOf(quote: string, text: string): Passage[] {
  const words = quote.split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const written = words.map((word) => word.replace(SIGNS, '\\$&')).join('\\s+')
  const found = text.matchAll(new RegExp(written, 'gu'))
  return [...found].map(({ index, 0: here }) => ({ from: index, until: index + here.length }))
}
