import { DateTime } from 'luxon'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { transaction } from '#shared/database/transaction'
import type { Typed } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import { PostedLetter } from '../models/posted_letter.ts'
import { LETTER_FAULTS, NEXT_WAYS } from './letter.ts'
import { answerOf, readDay, stoodIn } from './read_day.ts'

/**
 * A letter came back: why, and how it goes on. To another address it is posted again; by hand or through
 * the muhtar it waits until somebody writes that it arrived.
 *
 * @throws Refusal with what is to be mended, or when somebody was faster
 */
export async function letterBack(
  petition: Petition,
  letter: PostedLetter,
  officer: Officer,
  typed: Typed
) {
  const step = await answerOf(petition, letter.stepId)
  const said = typed.read((form) => {
    const next = form.choice('next', NEXT_WAYS, { required: true })
    const isElsewhere = next === 'address'
    const max = LONGEST.posted_letters.address
    const address = isElsewhere ? form.line('address', { max, required: true }) : null
    const fault = form.choice('fault', LETTER_FAULTS, { required: true })
    return { next, address, fault, day: readDay(form, step) }
  })
  await transaction(async (trx) => {
    const back = { state: 'returned', ended_on: said.day, fault: said.fault } as const
    await letter.go(stoodIn(typed), back, officer, trx)
    if (said.next === 'none') return
    const { authorityId, petitionId, stepId, attempt } = letter
    const way = said.next === 'address' ? 'post' : said.next
    const row = { authorityId, petitionId, stepId, attempt: attempt + 1, way, state: 'waiting' }
    const by = { askedBy: officer.id, madeAt: DateTime.utc(), address: said.address }
    await PostedLetter.create({ ...row, ...by } as Partial<PostedLetter>, { client: trx })
  })
}
