import type { Answer } from '../models/answer.ts'
import type { AnswerVersion } from '../models/answer_version.ts'
import type { Stock } from '../stock.ts'
import type { Names } from './names.ts'

/** The words of the unit in charge, as far as they are. */
export function wordsOf(answer: Answer, names: Names) {
  const { outcome, ground, text, reason, remedy, draftedAt, submittedAt, sentBackReason } = answer
  const draftedBy = names.officer(answer.draftedBy)
  const submitted = submittedAt !== null
  const submittedBy = names.officer(answer.submittedBy)
  // Who put it before the head is its author; another hand may have mended it since.
  const correctedBy = submitted && answer.draftedBy !== answer.submittedBy ? draftedBy : null
  const words = { outcome, ground, text, reason, remedy }
  const hands = { draftedBy, draftedAt, submitted, submittedAt, submittedBy, correctedBy }
  return { ...words, ...hands, sentBackReason }
}

/** What each hand had written before another changed it. */
export function versionsOf(versions: AnswerVersion[], names: Names, stock: Stock) {
  return versions.map((version) => ({
    outcome: version.outcome,
    letter: stock.citizenText(version),
    number: version.version,
    by: names.officer(version.officerId),
    at: version.writtenAt,
  }))
}
