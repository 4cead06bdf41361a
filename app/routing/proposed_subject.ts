import type { Catalogue, Subject } from '#organisation'
import { Keywords, phrasesIn } from './learning/keywords.ts'
import { spokenIn } from './learning/words.ts'

/** A subject that a text is probably about, and the words of the text that say so. */
export interface Proposal {
  subject: Subject
  because: string[]
}

/** Fewer letters in common are chance. */
const ENOUGH = 4

/**
 * Proposes a subject for a text of which nobody said one: from the keywords that stand with each
 * subject (folded words, a phrase parted by spaces, phrases by "|"). It can say why, and an authority
 * mends it by mending its lists. A person decides.
 *
 * @returns null when no keyword is in the text, or two subjects have as much of it
 */
export function proposedSubject(
  text: string,
  { subjects }: Pick<Catalogue, 'subjects'>
): Proposal | null {
  const words = spokenIn(text)
  const found = [...keywordsOf(subjects).in(words)]
    .filter(([, { letters }]) => letters >= ENOUGH)
    .toSorted(([, one], [, other]) => other.letters - one.letters)
  const [best, second] = found
  if (!best || best[1].letters === second?.[1].letters) return null
  const at = [...best[1].words].map((one) => words[one]!)
  const because = new Set(at.map(({ from, until }) => text.slice(from, until)))
  return { subject: best[0], because: [...because] }
}

const known = new WeakMap<readonly Subject[], Keywords<Subject>>()

function keywordsOf(subjects: readonly Subject[]) {
  const keywords =
    known.get(subjects) ??
    new Keywords(
      subjects.flatMap((subject) =>
        phrasesIn(subject.keywords).map((words) => ({ label: subject, words }))
      )
    )
  known.set(subjects, keywords)
  return keywords
}
