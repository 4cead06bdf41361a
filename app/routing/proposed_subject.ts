import type { Catalogue, Subject } from '#organisation'
import { folded } from '#shared/folded_text'

/** A subject that a text is probably about, and the words of the text that say so. */
export interface Proposal {
  subject: Subject
  because: string[]
}

/** Fewer letters in common are chance. */
const ENOUGH = 4
/** Turkish changes what follows: yol, yolumuzdaki. Five letters are the word for our purpose. */
const STEM = 5

/**
 * Proposes a subject for a text of which nobody said one: from the keywords that stand with each
 * subject (folded words, a phrase parted by spaces, phrases by "|"). No learning and no model: it can
 * say why, and an authority mends it by mending its lists. A person decides.
 *
 * @returns null when no keyword is in the text, or two subjects have as much of it
 */
export function proposedSubject(text: string, { subjects }: Catalogue): Proposal | null {
  const words = wordsOf(text)
  const found = subjects
    .map((subject) => ({ subject, ...match(words, phrasesOf(subject)) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((one, other) => other.score - one.score)
  const [best, second] = found
  return best && best.score !== second?.score ? best : null
}

interface Word {
  typed: string
  plain: string
}

/** What stands after an apostrophe is an ending: İSKİ'den. */
function wordsOf(text: string): Word[] {
  const typed = text.replace(/['’]\p{L}*/gu, '').match(/[\p{L}\p{M}\d]+/gu) ?? []
  return typed.map((word) => ({ typed: word, plain: folded(word) }))
}

const phrases = new WeakMap<Subject, string[][]>()

function phrasesOf(subject: Subject) {
  const known =
    phrases.get(subject) ??
    (subject.keywords ?? '')
      .split('|')
      .map((phrase) => folded(phrase).split(/\s+/).filter(Boolean))
      .filter((phrase) => phrase.length > 0)
  phrases.set(subject, known)
  return known
}

/** Longer phrases say more: each letter that is found counts. */
function match(words: Word[], keywords: string[][]) {
  const because = new Set<string>()
  let score = 0
  for (const phrase of keywords) {
    const at = words.findIndex((_, from) =>
      phrase.every((keyword, step) => isOf(words[from + step]?.plain ?? '', keyword))
    )
    if (at < 0) continue
    score += phrase.join('').length
    for (const { typed } of words.slice(at, at + phrase.length)) because.add(typed)
  }
  return { score, because: [...because] }
}

/** Two letters are a word by themselves (su, iş); more are a word's beginning. */
function isOf(word: string, keyword: string) {
  if (keyword.length <= 2) return word === keyword
  return keyword.length < STEM ? word.startsWith(keyword) : stem(word) === stem(keyword)
}

/** Sokak becomes sokağı: a hard sound at the stem's end is soft before a vowel. */
function stem(word: string) {
  const hard: Record<string, string> = { g: 'k', b: 'p', d: 't' }
  return word.slice(0, STEM).replace(/[gbd]$/, (sound) => hard[sound]!)
}
