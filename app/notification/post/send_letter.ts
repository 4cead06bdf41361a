import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { transaction } from '#shared/database/transaction'
import type { Typed } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import { ENDS } from '../message_events.ts'
import type { PostedLetter } from '../models/posted_letter.ts'
import { answerOf, readDay } from './read_day.ts'

/** What the post prints on its slip: RR123456785TR, also in groups. */
const TRACKING = /^[0-9A-Za-z -]*$/

/**
 * It left: from now on its slip is waited for. Nobody has to be told the same in another way any more.
 *
 * @throws Refusal with what is to be mended, or when somebody was faster
 */
export async function sendLetter(
  petition: Petition,
  letter: PostedLetter,
  officer: Officer,
  typed: Typed
) {
  const step = await answerOf(petition, letter.stepId)
  const { day, tracking } = typed.read((form) => {
    form.like('tracking', TRACKING)
    const max = LONGEST.posted_letters.tracking
    return { day: readDay(form, step), tracking: form.line('tracking', { max }) }
  })
  await transaction(async (trx) => {
    const gone = { state: 'posted', posted_on: day, tracking } as const
    await letter.go('waiting', gone, officer, trx)
    await trx
      .from('messages')
      .where({ petition_id: petition.id, channel: 'hand' })
      .whereIn('event', [...ENDS])
      .whereNotNull('missed_at')
      .update({ missed_at: null })
  })
}
