import { isSurelyOffice } from './office.ts'

const WORD = /\[[^\]\n]{1,20}\]|\p{L}[\p{L}\p{M}]{0,60}(?:['’]\p{L}{1,20})?/gu
/** After what a sentence begins. */
const BEGINS = /(?:^|[.!?…\n])\s{0,9}$/
const CAPITAL = /^\p{Lu}/u

/**
 * A capital letter in the middle of a sentence is a name, if it is no office's; so is what stands right
 * before one at a sentence's beginning. `named` says it of words in small letters.
 */
export function withoutNames(text: string, named: (word: string) => string | null) {
  const words = text.replace(WORD, (word, at: number) => {
    if (word.startsWith('[')) return word
    const known = named(word)
    if (known || !CAPITAL.test(word) || isSurelyOffice(word)) return known ?? word
    return BEGINS.test(text.slice(Math.max(0, at - 10), at)) ? word : '[ad]'
  })
  return words
    .replace(/\p{Lu}[\p{L}\p{M}]{1,40} (?=\[ad\])/gu, (word) =>
      isSurelyOffice(word.trim()) ? word : '[ad] '
    )
    .replace(/(\[[^\]\n]{1,20}\])(?:[ ,]{1,2}\1)+/g, '$1')
}
