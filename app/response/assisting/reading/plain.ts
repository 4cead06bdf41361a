import { typedText } from '#shared/typed/typed_text'

const THOUGHT_ENDS = '</think>'
const THOUGHT_BEGINS = '<think>'
const TAG = /<[^<>]{0,300}>/g
/** What Markdown begins a line with. */
const LINE_MARK = /^[ \t]{0,8}(?:#{1,6}|[-*+•>]|\d{1,2}[.)])[ \t]{1,8}/gm
const SIGNS = /[*`~|<>\\]|_{2,}/g

/** What a model wrote as plain text: without its thinking, tags, Markdown and what nobody sees. */
export function plainText(written: string) {
  const end = written.lastIndexOf(THOUGHT_ENDS)
  const said = end < 0 ? written : written.slice(end + THOUGHT_ENDS.length)
  const begin = said.indexOf(THOUGHT_BEGINS)
  const whole = begin < 0 ? said : said.slice(0, begin)
  return typedText(typedText(whole).replace(TAG, ' ').replace(LINE_MARK, '').replace(SIGNS, ''))
}
