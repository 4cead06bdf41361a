import { folded } from '#shared/folded_text'
import type { Known } from '../../examples/mask.ts'

/** Of a name or a place so many letters at least: shorter ones begin too many words. */
const SHORTEST = 3
const SHORTEST_PLACE = 4
/** Letters that a suffix may have. */
const SUFFIX = 6
/** What many places are called, and says of none which one it is. */
const GENERIC =
  /^(?:mahalle|koyu?$|yeni$|merkez|sokak|sokag|cadde|site|park|asagi|yukari|orta$|buyuk|kucuk)/
/** With a common name alone, in small letters, nothing else may follow. */
const ENDING =
  /^(?:|in|nin|un|nun|a|ya|e|ye|i|yi|u|yu|dan|den|tan|ten|da|de|la|le|yla|yle|lar|ler|gil)$/

/** Tells which words name somebody or some place, in whatever letters: of those who are known, with any suffix. */
export function namedBy({ names, places }: Known, common: ReadonlySet<string>) {
  const whose = partsOf(names, SHORTEST)
  const where = partsOf(places, SHORTEST_PLACE).filter((part) => !GENERIC.test(part))
  return (word: string): '[ad]' | '[yer]' | null => {
    const plain = folded(word).replace(/['’].*$/, '')
    if (whose.some((part) => begins(plain, part)) || isCommon(plain, common)) return '[ad]'
    return where.some((part) => begins(plain, part)) ? '[yer]' : null
  }
}

function partsOf(names: readonly string[], shortest: number) {
  const parts = names.flatMap((name) => folded(name).split(/[^\p{L}]+/u))
  return [...new Set(parts)].filter((part) => part.length >= shortest)
}

function begins(word: string, part: string) {
  return word.startsWith(part) && word.length - part.length <= SUFFIX
}

function isCommon(word: string, common: ReadonlySet<string>) {
  for (let end = word.length; end >= SHORTEST && word.length - end < 4; end--) {
    if (common.has(word.slice(0, end)) && ENDING.test(word.slice(end))) return true
  }
  return false
}
