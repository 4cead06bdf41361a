import type { Names } from '../card/names.ts'
import type { AnswerCheck } from '../models/answer_check.ts'

type Row = Pick<AnswerCheck, 'sort' | 'places' | 'reason' | 'officerId'> & {
  exampleId?: number | null
}

/** What stands beside an answer that waits for its head: what its author sent it on in spite of. */
export function notedOf(rows: readonly Row[], names: Names) {
  return rows.map(({ sort, places, reason, officerId, exampleId }) => ({
    ...{ sort, places, reason, exampleId, by: names.officer(officerId) },
  }))
}
