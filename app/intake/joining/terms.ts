import { folded } from '#shared/folded_text'
import { readUrgency } from '../urgency/reading.ts'

/** Turkish changes what follows: yol, yolumuzdaki. Five letters are the word for our purpose. */
const STEM = 5
/** So many of a text are kept, and compared. */
export const MOST_TERMS = 24
/** What a text is about by the rules of urgency, and not by its words: «su yok», «sular kesik». */
const ABOUT = '='
const WEIGHT = { about: 3, word: 1 }
/** From these letters on a word is also one that begins with it: yol and yolum. */
const BEGINNING = 3

/**
 * What stands in every second petition, whatever it is about, by its beginning. Rarity would need
 * counting over what piles up.
 */
const SAID_ANYWHERE = new Set(
  `ama ancak artik bana bekli ben bir biri birka biz bizim boyle buna bunu bura cadde cok cunku daha
  degil diye edili eder ediyo etmek fakat gerek gibi gunde gunle hala halde hep her hic icin ile isti
  istiy ister kadar kaldi kayma konud koyde koyum koyun lutfe mahal merha nede neden nere olan olara
  oldu oldug olmas olsun oluyo once onu orada rica sadec sayin saygi simdi sokag sokak sonra soru
  sorun sorum sure surek suru talep tarih tesek tum uzere valil var veya yada yakin yapil yaptı
  yardi yerin yine zaman bakim vatan ev evim once gun hafta ay yil size sizde sizin yetki ilgil ilgi
  adres numar no yok`
    .split(/\s+/)
    .map(stemOf)
)

/**
 * What a text says, for comparing it with another: its words folded and cut, each once, in the order
 * of the text, without the words of its place; first what the rules of urgency say that it is about.
 */
export function termsOf(text: string, place: string): string[] {
  const { danger } = readUrgency(text)
  const ofPlace = new Set(wordsOf(place))
  const said = wordsOf(text).filter((word) => !SAID_ANYWHERE.has(word) && !ofPlace.has(word))
  return [...new Set([...(danger ? [ABOUT + danger] : []), ...said])].slice(0, MOST_TERMS)
}

/** What stands after an apostrophe is an ending, and digits are nobody's subject. */
function wordsOf(text: string) {
  const plain = folded(text.replace(/['’]\p{L}*/gu, ''))
  return (plain.match(/[a-z]{2,}/g) ?? []).map(stemOf)
}

/** Sokak becomes sokağı: a hard sound at the stem's end is soft before a vowel. */
function stemOf(word: string) {
  const hard: Record<string, string> = { g: 'k', b: 'p', d: 't' }
  return word.slice(0, STEM).replace(/[gbd]$/, (sound) => hard[sound]!)
}

/**
 * How much two texts have in common: the cosine of their terms, from 0 to 1, and what the common ones
 * weigh together.
 */
export function alike(one: readonly string[], other: readonly string[]) {
  const left = new Set(other)
  let common = 0
  for (const term of one) {
    const found = left.has(term) ? term : beginningLike(term, left)
    if (!found) continue
    left.delete(found)
    common += weightOf(term)
  }
  const all = Math.sqrt(total(one) * total(other))
  return { common, cosine: all > 0 ? common / all : 0 }
}

function beginningLike(term: string, terms: ReadonlySet<string>) {
  if (term.length < BEGINNING || term.startsWith(ABOUT)) return undefined
  for (const one of terms) {
    if (one.length >= BEGINNING && (one.startsWith(term) || term.startsWith(one))) return one
  }
  return undefined
}

function total(terms: readonly string[]) {
  return terms.reduce((sum, term) => sum + weightOf(term), 0)
}

function weightOf(term: string) {
  return term.startsWith(ABOUT) ? WEIGHT.about : WEIGHT.word
}
