import type { Step } from '../models/step.ts'
import { sealLetter } from './address.ts'

type Line = Awaited<ReturnType<typeof Step.linesOf>>[number]

/** The answers whose place the one that counts has taken, the last one first, each with its letter. */
export function replacedAnswers(steps: readonly Line[], petition: { id: number }) {
  const answers = steps.filter(({ outcome }) => outcome !== null)
  const first = answers.findIndex(({ kind }) => kind !== 'answerReplaced')
  return answers.slice(1, first + 1).map(({ publicText: text, takenAt: on, position }) => ({
    ...{ text, on },
    pdf: sealLetter({ petition: petition.id, position }),
  }))
}
