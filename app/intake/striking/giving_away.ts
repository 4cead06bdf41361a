import { folded } from '#shared/folded_text'

/** Shorter parts of a name are words of their own, too often. */
const TELLING = 3
const WORD = /[\p{L}\p{M}]+/gu
/** A telephone, an identity number, an account: whoever's it is. */
const NUMBER = /\+?\d[\d ().-]{7,}\d/g
const ADDRESS = /[^\s@<>]{1,64}@[^\s@<>]{3,255}/g
/** So many are named; whoever reads finds the others. */
const NAMED = 12

/**
 * What of a text probably gives its writer away: parts of their name, long numbers, e-mail addresses.
 * It only says where to look: a person reads and decides.
 *
 * @param name null where it is not known, or not to be known
 */
export function givingAway(text: string, name: string | null) {
  const parts = (name?.match(WORD) ?? []).map(folded).filter(({ length }) => length >= TELLING)
  const words = (text.match(WORD) ?? []).filter((word) => parts.includes(folded(word)))
  const others = [...(text.match(NUMBER) ?? []), ...(text.match(ADDRESS) ?? [])]
  return [...new Set([...words, ...others])].slice(0, NAMED)
}
