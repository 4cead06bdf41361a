import { blindIndex } from '#shared/keys'
import { folded } from '#shared/folded_text'

/** A name as people are found by it: İ is ı, ş is s, and Deneme Ayşe is Ayşe Deneme. */
export function nameKey(name: string | null) {
  const words = folded(name ?? '').match(/[\p{L}\p{N}]+/gu)
  return words ? blindIndex('name', words.toSorted().join(' ')) : null
}

/** Whether there is enough of a name to look for: one letter, or one beside another, is none. */
export function isName(text: string) {
  return /[\p{L}]{2}/u.test(folded(text))
}
