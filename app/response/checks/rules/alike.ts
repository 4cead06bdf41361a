import { finding } from '../finding.ts'
import { shareOf, shinglesOf } from '../words/shingles.ts'

/** Of fewer rows of words ("Başvurunuz kaydedildi") every answer is like every other. */
const FEWEST = 10
/** Two answers about two different things have greetings and laws in common, and little else. */
const SHARE = 0.7

/** Whether the same was answered to others lately: perhaps nobody looked at what this one asks. */
export function sameAsLast(text: string, last: readonly string[]) {
  const own = shinglesOf(text)
  if (own.size < FEWEST) return null
  const like = last.find((other) => shareOf(own, shinglesOf(other)) >= SHARE)
  return finding('alike', like ? [{ words: like.slice(0, 200) }] : [])
}
