import { Step, type Petition } from '#intake'
import type { Draft } from '../draft.ts'
import { Answer } from '../models/answer.ts'
import { AnswerReplacement } from '../models/answer_replacement.ts'

/** What is written, and why: a correction that was sent back was written for the same reason. */
type Replacing = Draft & { because: string }

const EMPTY = { outcome: null, ground: null, text: '', reason: null, remedy: null, because: '' }

/** The words that are to be mended: as the head sent them back, else of the answer that counts. */
export async function replacedWords(petition: Petition): Promise<Replacing> {
  const last = await lastOfWhatCounts(petition)
  const answer = last ?? (await Answer.newestOf(petition))
  if (!answer) return EMPTY
  const { outcome, ground, text, reason, remedy } = answer
  const because = last?.state === 'refused' ? last.because : ''
  return { outcome, ground, text, reason, remedy, because }
}

/** Null: there is none, or the petition was open again since and has another answer. */
async function lastOfWhatCounts(petition: Petition) {
  const last = await AnswerReplacement.of(petition).whereNot('state', 'waiting').first()
  if (!last) return null
  const counts = await Step.thatConcluded(petition)
  const isOfIt =
    last.state === 'given' ? counts?.kind === 'answerReplaced' : counts?.id === last.replacedId
  return isOfIt ? last : null
}
