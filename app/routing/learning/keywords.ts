import { folded } from '#shared/folded_text'
import { softened, type Spoken } from './words.ts'

/** A keyword, or several that stand beside each other, and what it speaks for: a unit's code, a subject. */
export interface Phrase<Label> {
  label: Label
  words: string[]
}

/** How much of a text speaks for something, in letters, and at which of its words. */
export interface Match {
  letters: number
  words: Set<number>
}

/** Two letters are a word by themselves (su, iş); more are a word's beginning. */
const SHORT = 2

/** A list of words as an administrator keeps it: phrases by "|" or lines. */
export function phrasesIn(list: string | null) {
  return (list ?? '')
    .split(/[|\n]/)
    .map((phrase) => folded(phrase).match(/[a-z\d]+/g) ?? [])
    .filter((words) => words.length > 0)
}

/** Keywords by how they begin, so that a text asks only those that it may hold. */
export class Keywords<Label> {
  readonly #beginning: Map<string, Phrase<Label>[]>

  constructor(phrases: readonly Phrase<Label>[]) {
    this.#beginning = Map.groupBy(phrases, ({ words }) => words[0]!.slice(0, SHORT))
  }

  /** Each phrase counts once, with all its letters: longer ones say more. */
  in(text: readonly Spoken[]) {
    const found = new Map<Label, Match>()
    const counted = new Set<Phrase<Label>>()
    for (const [at, { plain }] of text.entries()) {
      for (const phrase of this.#beginning.get(plain.slice(0, SHORT)) ?? []) {
        if (counted.has(phrase) || !stands(phrase.words, text, at)) continue
        counted.add(phrase)
        const match = found.get(phrase.label) ?? { letters: 0, words: new Set() }
        found.set(phrase.label, match)
        match.letters += phrase.words.join('').length
        for (const step of phrase.words.keys()) match.words.add(at + step)
      }
    }
    return found
  }
}

function stands(words: readonly string[], text: readonly Spoken[], at: number) {
  return words.every((keyword, step) => isOf(text[at + step]?.plain ?? '', keyword))
}

/** Erzak is in erzağımız: softened at the keyword's end, on both sides. */
function isOf(word: string, keyword: string) {
  if (keyword.length <= SHORT) return word === keyword
  return word.startsWith(keyword) || softened(word.slice(0, keyword.length)) === softened(keyword)
}
