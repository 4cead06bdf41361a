import { folded } from '#shared/folded_text'
import { FIELDS, type Field } from './fields.ts'

/** A way to say a field: words one after the other, each by its beginning or whole. */
interface Phrase {
  field: Field
  words: readonly { begins: string; isWhole: boolean }[]
}

const SOFT: Record<string, string> = { k: 'g', p: 'b', t: 'd' }

/** So many words lie between two sentences: what is said in one seldom goes with the next. */
const BETWEEN = 2
/** A word that is longer is read up to here. */
const LONGEST = 24

/** Where the words of each field stand in a text. */
export type Places = ReadonlyMap<Field, readonly number[]>

/** The fields that words name and where they stand, in order, counted in words. */
export function placesIn(words: readonly Word[]): Places {
  const places = new Map<Field, number[]>()
  for (const { fields, position } of words) {
    for (const field of fields) {
      const known = places.get(field)
      if (known) known.push(position)
      else places.set(field, [position])
    }
  }
  return places
}

/** A word as it is compared, where it stands, and the fields of which a way to say them begins here. */
export interface Word {
  word: string
  position: number
  fields: readonly Field[]
}

/** A word before it was looked up. */
type Plain = Pick<Word, 'word' | 'position'>

/**
 * The words of a text, with their fields. Reads each word once: what it can be begin of is looked up
 * by its first letters.
 */
export function wordsOf(text: string): Word[] {
  const words = plainWords(text)
  return words.map(({ word, position }, at) => ({ word, position, fields: fieldsAt(words, at) }))
}

/** Letters said for long are one (imdaaat); a break counts for a few words. */
function plainWords(text: string): Plain[] {
  const plain = folded(text).replace(/(.)\1{2,}/g, '$1')
  const words: Plain[] = []
  let position = 0
  for (const [piece] of plain.matchAll(/[a-z0-9]+|[.!?;\n]/g)) {
    if (/[a-z0-9]/.test(piece)) words.push({ word: piece.slice(0, LONGEST), position: position++ })
    else position += BETWEEN
  }
  return words
}

function fieldsAt(words: readonly Plain[], at: number) {
  const { word } = words[at]!
  const fields: Field[] = []
  for (let length = SHORTEST; length <= Math.min(word.length, LONGEST_BEGIN); length++) {
    for (const phrase of PHRASES.get(word.slice(0, length)) ?? []) {
      if (stands(phrase, words, at)) fields.push(phrase.field)
    }
  }
  return fields
}

function stands({ words: phrase }: Phrase, words: readonly Plain[], at: number) {
  return phrase.every(({ begins, isWhole }, further) => {
    const word = words[at + further]?.word
    return isWhole ? word === begins : word?.startsWith(begins)
  })
}

/** By how the first word of each begins. */
function phrases() {
  const known = new Map<string, Phrase[]>()
  for (const [field, said] of Object.entries(FIELDS) as [Field, string][]) {
    for (const way of said.split(',').flatMap((one) => softened(one.trim()))) {
      const words = way.split(/\s+/).map((word) => {
        const isWhole = word.startsWith('=')
        return { begins: folded(isWhole ? word.slice(1) : word), isWhole }
      })
      const { begins } = words[0]!
      known.set(begins, [...(known.get(begins) ?? []), { field, words }])
    }
  }
  return known
}

/** Çocuk, çocuğu; kitap, kitabı: the last letter of a stem softens before a vowel. */
function softened(way: string) {
  const soft = way.length >= 4 && !way.startsWith('=') && SOFT[way.at(-1)!]
  return soft ? [way, way.slice(0, -1) + soft] : [way]
}

const PHRASES = phrases()
const SHORTEST = 2
const LONGEST_BEGIN = Math.max(...[...PHRASES.keys()].map(({ length }) => length))
