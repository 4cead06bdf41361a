import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, type Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { clarifiedAtDesk } from '../clarifying/note_answer.ts'
import { asItIsNow } from '../following/as_it_is_now.ts'
import { FormToken } from '../form/form_token.ts'
import type { Petition } from '../models/petition.ts'
import { Question } from '../models/question.ts'
import { tokenDigest } from '../receiving/form_keys.ts'
import { addAtTheDesk } from './add_at_the_desk.ts'

/** What was said at the counter to whoever brought a petition, and what that one added. */
export interface Spoken {
  /** of the form, which tells a second press */
  token: string
  said: string
  added: string | null
}

/**
 * Gişede görüşme: a step, whatever happened to the petition meanwhile. It moves nothing, and ends
 * nothing unless a question waits: what is added answers it. Whoever has the petition sees that there is news. Of a tip-off a unit reads none of it.
 *
 * @param write what else is kept of it; false: it is there already, by the very same form
 * @throws Refusal for a form too old to be told from another one, or when what is added comes too late
 */
export function speakAtDesk(
  petition: Petition,
  { token, said, added }: Spoken,
  officer: Officer,
  write: (current: Petition, digest: string, trx: TransactionClientContract) => Promise<boolean>
) {
  const state = FormToken.check(token)
  if (state !== 'valid') throw new Refusal({ field: 'token', rule: state })
  const digest = tokenDigest(token)
  return asItIsNow(petition, async (current, trx) => {
    if (added && !current.isOpen) throw new Refusal({ field: 'added', rule: 'over' })
    if (!(await write(current, digest, trx))) return
    const { bureau: unit } = await Catalogue.of(current.authorityId)
    const isNews = current.isOpen && !current.isAtTheDesk && current.kind !== 'tipOff'
    const changes = isNews ? { unreadBy: 'charge' } : {}
    await current.take({ kind: 'spokenAtDesk', officer, unit, note: said, changes, trx })
    if (!added) return
    const question = await Question.openOf(current, trx)
    const noted = { digest, words: added }
    if (question) await clarifiedAtDesk(current, question, { ...noted, officer, unit }, trx)
    else await addAtTheDesk(current, noted, current.kind, officer, trx)
  })
}
