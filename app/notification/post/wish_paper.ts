import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { PaperWish } from '../models/paper_wish.ts'

/**
 * Before there is an answer somebody says at the desk that it is wanted on paper, or no more: it then waits
 * to be posted by itself as it is given.
 *
 * @throws Refusal once there is an answer: what goes on with that is a letter's
 */
export async function wishPaper(petition: Petition, officer: Officer, wants: boolean) {
  if (petition.outcome) throw new Refusal({ field: 'letter', rule: 'answered' })
  await PaperWish.say(petition, wants, officer)
}
