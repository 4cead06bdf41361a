import { blindIndex } from '#shared/keys'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import { PaperNumber } from '../../brought/paper_number.ts'
import type { ListFilter } from '../../lists/filter.ts'
import { isName, nameKey } from '../../people/name_key.ts'
import { PetitionNumber } from '../../petition_number.ts'
import { daysIn } from '../words/days.ts'
import { isEmptyWord, soughtBy, spelledAs, wordsOf } from '../words/terms.ts'
import type { Clue } from './clue.ts'

/** Longer than this nobody types into the box; the rest of what is pasted is not read. */
const READ = 200
/** So many words are held against each petition; of more, the longest say most. */
const MOST_WORDS = 5

/** What one box can hold; what can mean two things is looked for as both. */
export interface TypedSearch {
  /** by what somebody or a paper is known */
  keys: ListFilter[]
  /** words and days, all of which must stand there; null: there are none */
  clues: readonly Clue[] | null
  /** of each clue how it was spelled; empty: nobody mistakes it */
  spelled: readonly string[]
}

/**
 * What was typed into the search: a petition's number, an identity number, a telephone, the number
 * of a paper, a name, words and days in any order. Every tenth telephone is a petition's number as
 * well, by its check digit.
 */
export function typedSearch(typed: string): TypedSearch {
  const words = typed.slice(0, READ)
  return { keys: keysIn(words), ...cluesIn(words) }
}

function keysIn(words: string): ListFilter[] {
  const number = PetitionNumber.parse(words)
  const id = NationalId.parse(words)
  const phone = PhoneNumber.parse(words)
  const paper = PaperNumber.parse(words)
  const name = /\d/.test(words) || !isName(words) ? null : nameKey(words)
  return [
    ...(number ? [{ number: number.digits }] : []),
    ...(id ? [{ nationalIdIndex: blindIndex('nationalId', id.digits) }] : []),
    ...(phone ? [{ phoneIndex: blindIndex('phone', phone.e164) }] : []),
    ...(paper ? [{ paperKey: paper.key }] : []),
    ...(name ? [{ nameIndex: name }] : []),
  ]
}

function cluesIn(words: string): Pick<TypedSearch, 'clues' | 'spelled'> {
  const { days, rest } = daysIn(words)
  const all = wordsOf(rest)
  // Of digits alone: parts of a number are not what is looked for.
  const read = /\p{L}/u.test(rest) || all.length === 1 ? all : []
  const telling = read.filter((word) => !isEmptyWord(word))
  const longest = [...new Set(telling.length > 0 ? telling : read)]
    .toSorted((one, other) => other.length - one.length)
    .slice(0, MOST_WORDS)
  // What is read first is the longest: often the rarest, and a day is rarer than a short word.
  const [first, ...others] = longest
  const said = [...(first ? [first] : []), ...days, ...others]
  const clues = said.map((one) => (days.includes(one) ? [one] : soughtBy(one)))
  const spelled = said.map((one) => (days.includes(one) ? '' : spelledAs(one)))
  return { clues: clues.length > 0 ? clues : null, spelled }
}

/** As searches are kept: by what somebody is known, and which words. */
export function keysOf({ keys, clues }: TypedSearch) {
  return [...keys, ...(clues ? [{ words: JSON.stringify(clues) }] : [])]
}
