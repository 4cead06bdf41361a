import { folded } from '#shared/folded_text'
import { isSurelyOffice } from './office.ts'

const WORD = /[\p{L}\p{M}\p{N}]{1,60}/gu
const SHORTEST = 3
/** Stands in many addresses, and in many answers. */
const GENERIC =
  /^(?:mahalle|koy|sokak|sokag|cadde|bulvar|site|apartman|park|mevki|kat$|daire|blok|bina|sayin|bey$|hanim)/

/**
 * The folded words that were taken out of a text for what they tell: names, places and numbers that
 * stand nowhere in what is left.
 */
export function withheldFrom(said: string, left: string, named: (word: string) => string | null) {
  const stays = new Set(wordsOf(left).map(folded))
  const tells = (word: string) => /\p{N}|^\p{Lu}/u.test(word) || named(word) !== null
  const gone = wordsOf(said).filter((word) => tells(word) && !isSurelyOffice(word))
  return new Set(
    gone
      .map(folded)
      .filter((word) => word.length >= SHORTEST && !stays.has(word) && !GENERIC.test(word))
  )
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}
