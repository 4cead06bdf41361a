import { folded } from '#shared/folded_text'
import { COMMON_WORDS } from './common_words.ts'

/** Letters and figures that must be left when all that is known was taken away. */
const LEFT = 4
/** Of so many words one after another nobody has a list: four at random are a good password. */
const FEW = 3
/** As long as a row of keys is one and no chance. */
const ROW = 3
/** Letters that somebody's own word has at least. */
const OWN = 3

/** As they stand on a keyboard, in the alphabet and in counting, to and fro. */
const ROWS = [
  ...['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopgu', 'asdfghjklsi', 'zxcvbnmoc'],
  ...['1q2w3e4r5t6y7u8i9o0p', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'qazwsxedcrfvtgbyhnujm'],
].flatMap((row) => [row, [...row].toReversed().join('')])

/** What many people write for a letter. */
const INSTEAD: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  '$': 's',
  '!': 'i',
}

const YEAR = /(?:1\d|20)\d\d/g

const COMMON = byLength(COMMON_WORDS.map(folded))

/**
 * Whether it is made of nothing but what everybody would try first: the commonest words, years, rows of
 * keys, the same over and over, and what is known of the person (`own`).
 *
 * @returns `own` when it leans on the person's own words, `common` otherwise; null when it does not
 */
export function predictable(password: string, ownWords: string[]) {
  const plain = folded(password)
  const own = byLength(ownWords.map(folded).flatMap(parts))
  const readings = [plain, [...plain].map((letter) => INSTEAD[letter] ?? letter).join('')]
  for (const reading of new Set(readings)) {
    const rest = withoutKnown(reading, own)
    if (rest) return rest
  }
  return null
}

function withoutKnown(reading: string, own: string[]) {
  const taken = { own: 0, common: 0 }
  let rest = once(reading).replace(/\p{L}+/gu, once)
  for (const word of byLength([...own, ...COMMON])) {
    if (!rest.includes(word)) continue
    taken[own.includes(word) ? 'own' : 'common'] += 1
    rest = rest.replaceAll(word, ' ')
  }
  const left = withoutRows(rest.replace(YEAR, ' ')).replace(/[^\p{L}\p{N}]/gu, '')
  const isKnown = [...left].length < LEFT && taken.own + taken.common <= FEW
  if (!isKnown) return null
  return taken.own > 0 ? 'own' : 'common'
}

/** kedikedikedikedi is kedi. */
function once(text: string) {
  for (let length = 1; length * 2 <= text.length; length++) {
    const unit = text.slice(0, length)
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit
  }
  return text
}

function withoutRows(text: string) {
  let kept = ''
  for (let at = 0; at < text.length;) {
    const length = Math.max(...ROWS.map((row) => sharedWith(row, text, at)))
    if (length >= ROW) at += length
    else kept += text[at++]
  }
  return kept
}

/** How many letters from there on stand so in the row. */
function sharedWith(row: string, text: string, at: number) {
  let length = 0
  while (at + length < text.length && row.includes(text.slice(at, at + length + 1))) length += 1
  return length
}

function parts(words: string) {
  return words.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= OWN)
}

function byLength(words: string[]) {
  return [...new Set(words)].sort((one, other) => other.length - one.length)
}
