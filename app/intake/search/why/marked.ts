import { folded } from '#shared/folded_text'
import { termsOfWord } from '../words/terms.ts'

/** A piece of text; whether it is what was looked for. */
export interface Piece {
  text: string
  isMarked: boolean
}

/** Of a text so much is looked through, and so much is shown around the first word. */
const READ = 4000
const [BEFORE, BEHIND] = [50, 130]
const WORD = /[\p{L}\p{M}]+(?:['’]\p{L}*)?|\d+/gu

/** A text, or what of it stands around the first of these words, with each of them marked; else null. */
export function marked(text: string | null, terms: ReadonlySet<string>): Piece[] | null {
  const read = (text ?? '').slice(0, READ)
  const pieces: Piece[] = []
  let [begin, end, stop] = [0, 0, read.length]
  for (const { 0: word, index } of read.matchAll(WORD)) {
    if (index > stop) break
    if (!isSought(word, terms)) continue
    if (pieces.length === 0) {
      begin = beginOf(read, index - BEFORE)
      end = begin
      stop = Math.min(read.length, index + BEHIND)
    }
    pieces.push({ text: read.slice(end, index), isMarked: false }, { text: word, isMarked: true })
    end = index + word.length
  }
  if (pieces.length === 0) return null
  pieces.push({ text: read.slice(end, Math.max(end, stop)), isMarked: false })
  if (begin > 0) pieces[0]!.text = `… ${pieces[0]!.text}`
  if (stop < (text ?? '').length) pieces.at(-1)!.text += ' …'
  return pieces.filter((piece) => piece.text !== '')
}

/** Not in the middle of a word. */
function beginOf(text: string, at: number) {
  if (at <= 0) return 0
  const space = text.indexOf(' ', at)
  return space < 0 ? at : space + 1
}

function isSought(word: string, terms: ReadonlySet<string>) {
  const plain = folded(word.replace(/['’].*$/u, ''))
  // What a word is found by begins as it does: of nearly all no more is asked.
  if (!beginningsOf(terms).has(plain.slice(0, 2))) return false
  const own = /\d/.test(plain) ? [plain] : (plain.match(/[a-z]{2,}/g) ?? []).flatMap(termsOfWord)
  return own.some((term) => terms.has(term))
}

const beginnings = new WeakMap<ReadonlySet<string>, Set<string>>()

function beginningsOf(terms: ReadonlySet<string>) {
  const known = beginnings.get(terms) ?? new Set([...terms].map((term) => term.slice(0, 2)))
  beginnings.set(terms, known)
  return known
}
