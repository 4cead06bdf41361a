import type { DateTime } from 'luxon'
import { Step } from '../models/step.ts'

/** An answer that was given, and what became of it. */
export interface GivenAnswer {
  step: Step
  /** when the one was given that it takes the place of; null: of none */
  replaces: DateTime | null
  /** when another one took its place; null: it counts */
  replacedOn: DateTime | null
}

/** A petition that ended more often is nobody's. */
const MOST = 20

/** What a petition was answered, the newest first: none is ever changed, a later one takes its place. */
export async function givenAnswers({ id }: { id: number }): Promise<GivenAnswer[]> {
  const steps = await Step.query()
    .where('petition_id', id)
    .whereNotNull('outcome')
    .orderBy('position', 'desc')
    .limit(MOST)
  return steps.map((step, at) => {
    const [later, earlier] = [steps[at - 1], steps[at + 1]]
    return {
      step,
      replaces: step.kind === 'answerReplaced' && earlier ? earlier.takenAt : null,
      replacedOn: later?.kind === 'answerReplaced' ? later.takenAt : null,
    }
  })
}
