import { simpleParser } from 'mailparser'
import { typedText } from '#shared/typed/typed_text'

/** Characters that are kept; a petition has ten thousand at most. */
const LONGEST = 50_000
/** Bytes of a text that are fetched. */
export const MOST_BYTES = 128 * 1024

/** What was written, as plain text; '' where nothing of it can be read. */
export async function wordsOf(bytes: Buffer, { type, charset }: { type: string; charset: string }) {
  const written = decoded(bytes, charset)
  const plain = type === 'text/html' ? await withoutMarks(written) : written
  const text = typedText(plain.replace(/\n{3,}/g, '\n\n'))
  return { text: text.slice(0, LONGEST).toWellFormed(), isCut: text.length > LONGEST }
}

/**
 * As its sender says that it is written; what says nothing, or ASCII and is not, is UTF-8, or what
 * machines here wrote before (windows-1254, of which ISO-8859-9 is a part).
 */
function decoded(bytes: Buffer, charset: string) {
  const isUnsaid = /^(us-?)?(ascii)?$/i.test(charset)
  for (const name of isUnsaid ? ['utf-8'] : [charset, 'utf-8']) {
    try {
      // A letter that was cut off at the end is no other alphabet.
      return new TextDecoder(name, { fatal: true }).decode(bytes, { stream: true })
    } catch {
      // None of ours, or not what it says.
    }
  }
  return new TextDecoder('windows-1254').decode(bytes)
}

/** Nothing of a page is shown, loaded or run: its words alone are read. */
async function withoutMarks(html: string) {
  const bytes = Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`)
  const { text } = await simpleParser(bytes, { skipTextToHtml: true, skipImageLinks: true })
  // Nested deeper than anybody writes: what stands between the marks.
  return text?.trim() ? text : html.replace(/<[^<>]*>/g, ' ')
}
