import type { DateTime } from 'luxon'
import { AnswerVersionSchema } from '#database/schema'
import type { Draft } from '../draft.ts'

/** An answer as far as its words are concerned. */
type Words = Draft & { id: number; version: number; draftedBy: number; draftedAt: DateTime }

/** Önceki metin: an answer's words as one officer left them, before another changed them. */
export class AnswerVersion extends AnswerVersionSchema {
  /** What stood in this answer before, newest first. */
  static earlierThan({ id }: { id: number }) {
    return this.query().where('answer_id', id).orderBy('version', 'desc')
  }

  /** The words as they stand, not kept yet. */
  static of(answer: Words) {
    const { id, version, draftedBy, draftedAt } = answer
    const { outcome, ground, text, reason, remedy } = answer
    return new AnswerVersion().fill({
      ...{ answerId: id, version, officerId: draftedBy, writtenAt: draftedAt },
      ...{ outcome, ground, text, reason, remedy },
    })
  }
}
