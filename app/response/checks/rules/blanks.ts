import { finding } from '../finding.ts'
import { placeIn } from '../words/tokens.ts'

/** [tarih], {unit}, ____ : what was to be filled in. */
const BLANK = /\[[\p{L} -]{2,30}\]|\{[\p{L}_ -]{1,40}\}|_{3,}|\.{4,}|…{2,}/gu

/** Places of a ready text or an example that nobody has filled in. */
export function blanksIn(text: string) {
  const found = [...text.matchAll(BLANK)]
  return finding(
    'blanks',
    found.map(({ 0: words, index }) => placeIn(text, index, index + words.length))
  )
}
