import { tokensOf } from './tokens.ts'

export interface NameWindow {
  /** as it stands, of one apostrophe less */
  words: string
  from: number
  to: number
}

/** So many are asked about: an answer of a page has half of them. */
const MOST = 400
const LETTERS = /^\p{L}{2,}$/u

/**
 * Two or three words that stand together and may be somebody's name, those with capital letters first:
 * people also write names without. A suffix after an apostrophe is no part of one.
 */
export function nameWindows(text: string): NameWindow[] {
  const tokens = tokensOf(text)
  const windows = tokens.flatMap((_, at) => [3, 2].flatMap((size) => windowAt(at, size)))
  return windows.toSorted((a, b) => capitals(b) - capitals(a)).slice(0, MOST)

  function windowAt(at: number, size: number) {
    const some = tokens.slice(at, at + size)
    if (some.length < size) return []
    const [from, to] = [some[0]!.from, some.at(-1)!.to]
    const words = text.slice(from, to).replace(/['’]\p{L}+$/u, '')
    const isWhole = words.split(/[^\S\n]+/).length === size
    const areLetters = words.split(/\s+/).every((one) => LETTERS.test(one.normalize('NFC')))
    return isWhole && areLetters ? [{ words, from, to }] : []
  }
}

function capitals({ words }: NameWindow) {
  return words.split(/\s+/).every((one) => /^\p{Lu}/u.test(one)) ? 1 : 0
}
