import { simpleParser } from 'mailparser'
import { typedText } from '#shared/typed/typed_text'

/** Characters that are kept; a petition has ten thousand at most. */
const LONGEST = 50_000
/** One letter of so many may be broken, where a text is in the alphabet that it names. */
const MOST_BROKEN = 20
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
  const text = decoderOf(charset).decode(bytes, { stream: true })
  const unread = text.split('\ufffd').length - 1
  // A letter that broke on the way is no other alphabet.
  return unread * MOST_BROKEN > text.length ? new TextDecoder('windows-1254').decode(bytes) : text
}

function decoderOf(charset: string) {
  const isUnsaid = /^(us-?)?(ascii)?$/i.test(charset)
  try {
    return new TextDecoder(isUnsaid ? 'utf-8' : charset)
  } catch {
    // None that anybody knows.
    return new TextDecoder('utf-8')
  }
}

/** Nothing of a page is shown, loaded or run: its words alone are read. */
async function withoutMarks(html: string) {
  const bytes = Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`)
  const { text } = await simpleParser(bytes, { skipTextToHtml: true, skipImageLinks: true })
  // Nested deeper than anybody writes: what stands between the marks.
  return text?.trim() ? text : html.replace(/<[^<>]*>/g, ' ')
}
