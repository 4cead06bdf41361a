import { folded } from '#shared/folded_text'
import { readUrgency } from '../../urgency/reading.ts'

/** Turkish changes what follows: yol, yolumuzdaki. Five letters are the word for our purpose. */
const STEM = 5
/** So many of a text are kept, and compared. */
export const MOST_TERMS = 24
/** What a text is about by the rules of urgency, and not by its words: «su yok», «sular kesik». */
export const ABOUT = '='

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
