import { AnswerDelivery, Step, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import type { PostedLetter } from '../models/posted_letter.ts'
import { answerOf, readDay, stoodIn } from './read_day.ts'

/**
 * Its slip came back, or somebody signed for it: on that day the answer reached its petitioner.
 *
 * @throws Refusal with what is to be mended, or when somebody was faster
 */
export async function letterArrived(
  petition: Petition,
  letter: PostedLetter,
  officer: Officer,
  typed: Typed
) {
  const step = await answerOf(petition, letter.stepId)
  const day = typed.read((form) => readDay(form, step))
  await transaction(async (trx) => {
    await letter.go(stoodIn(typed), { state: 'delivered', ended_on: day }, officer, trx)
    const about = { petitionId: petition.id, stepId: step.id, way: letter.way }
    await AnswerDelivery.note({ ...about, reachedOn: day, officer }, trx)
  })
}

/**
 * Handed over at the desk against a signature, without a letter that waited for it.
 *
 * @throws Refusal without an answer, or with what is to be mended
 */
export async function handedOver(petition: Petition, officer: Officer, typed: Typed) {
  const step = await Step.thatConcluded(petition)
  if (!step) throw new Refusal({ field: 'letter', rule: 'noAnswer' })
  const reachedOn = typed.read((form) => readDay(form, step))
  const about = { petitionId: petition.id, stepId: step.id, way: 'counter' } as const
  await AnswerDelivery.note({ ...about, reachedOn, officer })
}
