import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { AnswerMarkSchema } from '#database/schema'
import type { AnswerDecision } from './answer_decision.ts'

/** A passage as it stands in an answer, and what is to become of it. */
export interface Marked {
  quote: string
  remark: string
}

/** İşaret: a passage that a head marked in an answer that was sent back, with a remark. */
export class AnswerMark extends AnswerMarkSchema {
  /** @param marks in the order in which they are counted */
  static async make(
    { id: decisionId }: { id: number },
    marks: readonly Marked[],
    trx: TransactionClientContract
  ) {
    const rows = marks.map((mark, at) => ({ ...mark, decisionId, position: at + 1 }))
    if (rows.length > 0) await this.createMany(rows, { client: trx })
  }

  /** What was marked when the answer was sent back last, as long as nothing else was decided. */
  static async of({ decisions }: { decisions?: readonly AnswerDecision[] }) {
    const last = decisions?.[0]
    if (last?.decision !== 'sentBack') return []
    return this.query().where('decision_id', last.id).orderBy('position')
  }
}
