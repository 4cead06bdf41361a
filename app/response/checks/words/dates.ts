import { folded } from '#shared/folded_text'

const MONTHS = 'ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik'
const DAYS = 'pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar'
const COUNT =
  '\\d+|bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|onbes|yirmi|otuz|kirk|altmis|doksan'

/** How a day or a month is said, in folded words. */
const SAID = [
  new RegExp(`\\b(?:${MONTHS})(?!acak|ecek)[a-z]{0,8}\\b`),
  new RegExp(`\\b(?:${DAYS})(?: gun[a-z]*|ya|ye| sabah[a-z]*| aksam[a-z]*)\\b`),
  new RegExp(`\\b(?:${DAYS}) ile (?:${DAYS}) aras`),
  /\b\d{1,2}[./]\d{1,2}[./]\d{4}\b/,
  new RegExp(`\\b(?:${COUNT})(?: is| takvim)? (?:gun|hafta|ay|saat)[a-z]*\\b`),
  /\b(?:bugun|yarin)[a-z]*\b|\b(?:bu aksam|aksama kadar)\b/,
  /\b(?:bu|gelecek|onumuzdeki|haftaya|ertesi) (?:hafta|ay|gun)(?:n?in|yi|i|a|ya|nda|ki)?\b(?! ?lerde)/,
  /\b(?:ay|yil|hafta) ?son[a-z]*\b/,
]

/** Whether a sentence says when. */
export function saysWhen(sentence: string) {
  const words = folded(sentence)
  return SAID.some((one) => one.test(words))
}
