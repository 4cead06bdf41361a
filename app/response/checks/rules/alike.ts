import { finding } from '../finding.ts'
import { shareOf, shinglesOf } from '../words/shingles.ts'

/** Of fewer rows of words ("Başvurunuz kaydedildi") every answer is like every other. */
const FEWEST = 10
/** Two answers about two different things have greetings and laws in common, and little else. */
const SHARE = 0.7
const SHOWN = 200

/**
 * Whether the same was answered to others lately: perhaps nobody looked at what this one asks. Shown are
 * its own words: what others were told is theirs, and may not be this reader's to see.
 *
 * @param borrowed what came from examples, and is the same as others' on purpose: the head sees from which
 */
export function sameAsLast(
  text: string,
  last: readonly string[],
  borrowed: readonly string[] = []
) {
  const lent = new Set(borrowed.flatMap((one) => [...shinglesOf(one)]))
  const own = shinglesOf(text).difference(lent)
  if (own.size < FEWEST) return null
  const isLike = last.some((other) => shareOf(own, shinglesOf(other)) >= SHARE)
  return finding('alike', isLike ? [{ words: begun(text) }] : [])
}

/** As much as is needed to know it by, up to the end of a word. */
function begun(text: string) {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN).replace(/\s+\S*$/, '')} …`
}
