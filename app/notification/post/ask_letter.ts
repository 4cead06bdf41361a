import { DateTime } from 'luxon'
import { Step, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import { PostedLetter } from '../models/posted_letter.ts'

/**
 * Whoever brought a petition wants its answer on paper: it waits to be posted.
 *
 * @throws Refusal without an answer, or while one is on its way
 */
export async function askLetter(petition: Petition, officer: Officer) {
  const step = await Step.thatConcluded(petition)
  if (!step) throw new Refusal({ field: 'letter', rule: 'noAnswer' })
  const letters = await PostedLetter.of(petition)
  const before = letters.filter(({ stepId }) => stepId === step.id)
  if (before.some(({ isOpen }) => isOpen)) throw new Refusal({ field: 'letter', rule: 'open' })
  const attempt = Math.max(0, ...before.map((one) => one.attempt)) + 1
  const about = { authorityId: petition.authorityId, petitionId: petition.id, stepId: step.id }
  const row = { ...about, attempt, way: 'post', state: 'waiting' } as const
  try {
    await transaction((trx) =>
      PostedLetter.create({ ...row, askedBy: officer.id, madeAt: DateTime.utc() }, { client: trx })
    )
  } catch (error) {
    // Pressed twice.
    if (!isDuplicate(error, 'attempt')) throw error
  }
}
