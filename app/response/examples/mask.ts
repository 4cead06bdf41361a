import { folded } from '#shared/folded_text'
import { numbersIn } from '../checks/words/number_shapes.ts'

/** What stands in place of it; who writes with its help fills it in. */
const OF = {
  nationalId: '[kimlik no]',
  phone: '[telefon]',
  iban: '[hesap no]',
} as const

const INSTITUTION =
  /^(?:mudurlu|baskanli|belediye|kaymakam|valili|bakanli|kurum|kurul|buro|vakf|vakif|okul|lise|hastane|universite|kanun|yonetmeli|madde|mahkeme|birim|merkez|acik|kapi|turkiye|cumhuriyet|il|ilce|devlet|genel)/
const L = '\\p{L}'
/** Not longer than a name, so that a row of letters without an end costs no more than its length. */
const NAME = `(?<!${L})\\p{Lu}[${L}\\p{M}]{1,40}`
const SUFFIX = `(?:['’]${L}{1,20})?`

/** In the order in which they are masked. */
const RULES: readonly [RegExp, string][] = [
  [/[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}/g, '[e-posta]'],
  [/\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g, '[tarih]'],
  [
    /\b\d{1,2} (?:Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık)(?: \d{4})?\b/gu,
    '[tarih]',
  ],
  [/\b\d{1,3}(?:\.\d{3}){0,4}(?:,\d{1,2})? ?(?:TL|lira)/g, '[tutar]'],
  [/\b(0[1-9]|[1-7]\d|8[01]) ?[A-Z]{1,3} ?\d{2,4}\b/g, '[plaka]'],
  [
    new RegExp(
      `(?:${NAME} ){1,3}(?:Mahalle|Mah\\.|Köy|Sokak|Sokağ|Sok\\.|Cadde|Cad\\.|Bulvar|Mevki|Site|Apartman|Apt\\.|Park)[${L}]{0,20}${SUFFIX}`,
      'gu'
    ),
    '[yer]',
  ],
  [/\b\d{1,10} (?=(?:ada|parsel|pafta)\b)/gi, '[numara] '],
  [/\b(?:No|Kat|Daire|Ada|Parsel|Kapı|Blok|Pafta)\.?:? ?\d+(?:\/\d+)?/gi, '[numara]'],
  [/(?<![\d/])\d{2} \d{4} \d{4}(?!\d)/g, '[numara]'],
  [/\b\d[\d/-]{3,30}\b(?! sayılı)/g, '[numara]'],
]

/** What is known of whom and where: a name, a neighbourhood. */
export interface Known {
  names: readonly string[]
  places: readonly string[]
}

/**
 * An answer without what tells of whom and where it speaks, by rules; no rule finds every name, so a
 * head reads it before anybody else does.
 */
export function masked(text: string, { names, places }: Known) {
  let words = text
  for (const { from, to, sort } of numbersIn(text).toSorted((a, b) => b.from - a.from)) {
    words = words.slice(0, from) + OF[sort] + words.slice(to)
  }
  for (const name of names.flatMap(partsOf)) words = words.replace(spelled(name), '[ad]')
  for (const [shape, instead] of RULES) words = words.replace(shape, instead)
  for (const place of places) words = words.replace(spelled(place), '[yer]')
  words = words
    .replace(new RegExp(`(?<!${L})Sayın (?:${NAME} ?){1,3}`, 'gu'), 'Sayın [ad] ')
    .replace(new RegExp(`(?:${NAME} ){1,2}(Bey|Hanım)(?![${L}])`, 'gu'), '[ad] $1')
    .replace(new RegExp(`(?<=[${L},] )${NAME}(?: ${NAME}){1,3}`, 'gu'), maybeName)
  return words.replace(/(\[[^\]]{1,20}\])(?: \1)+/g, '$1').replace(/ {1,9}(?=[,.;:])/g, '')
}

/** Capital letters in the middle of a sentence are a name, if they are no office's. */
function maybeName(found: string) {
  return found.split(' ').some(isOffice) ? found : '[ad]'
}

/** Whether a word with a capital letter is an office's, or of the state. */
export function isOffice(word: string) {
  return INSTITUTION.test(folded(word))
}

/** The whole name, and each of its words. */
function partsOf(name: string) {
  return [name, ...name.split(/\s+/)].filter((part) => part.length > 2)
}

/** In capital letters or small ones, with what follows an apostrophe. */
function spelled(words: string) {
  const either = [words, words.toLocaleUpperCase('tr'), words.toLocaleLowerCase('tr')].map(escaped)
  return new RegExp(`(?<![${L}])(?:${either.join('|')})(?![${L}])`, 'gu')
}

function escaped(words: string) {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
