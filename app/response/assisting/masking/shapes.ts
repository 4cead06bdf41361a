const L = '\\p{L}'
const NUMBER_WORDS =
  'sıfır|bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan|yüz|bin'

/**
 * What tells of somebody by its shape, beyond what an example hides (examples/mask.ts): an answer is read
 * by a head before anybody sees it, and this leaves the program at once.
 */
const SHAPES: readonly [RegExp, string][] = [
  [/(?:https?:\/\/|www\.)\S{1,300}/gi, '[bağlantı]'],
  [
    /(?<![\w.-])[a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){0,3}\.(?:com|net|org|gov|edu|info|tr|me|io)(?![\w-])(?:\/\S{0,200})?/gi,
    '[bağlantı]',
  ],
  [/@[\w.-]{2,60}/g, '[hesap]'],
  [/[\p{Nd}--[0-9]]+/gv, '[numara]'],
  [new RegExp(`(?<!${L})(?:(?:${NUMBER_WORDS})(?!${L})[\\s,.-]{0,3}){5,40}`, 'giu'), '[numara] '],
]
/** Three digits or more, however they are parted. */
const DIGITS = /\d(?:[\s./-]?\d){2,}/g
/** The number of a law stays: 3071 sayılı. */
const OF_A_LAW = /^\d{3,5}$/

/** Without numbers, links and accounts of any spelling. */
export function withoutShapes(text: string) {
  const words = SHAPES.reduce((left, [shape, instead]) => left.replace(shape, instead), text)
  return words.replace(DIGITS, (number, at: number, whole: string) => {
    const isLaw = OF_A_LAW.test(number) && whole.startsWith(' sayılı', at + number.length)
    return isLaw ? number : '[numara]'
  })
}
