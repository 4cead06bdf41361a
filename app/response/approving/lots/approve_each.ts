import { Petition, PetitionChanged } from '#intake'
import type { Officer } from '#organisation'
import type { Chosen } from '#routing'
import { Refusal } from '#shared/typed/problems'
import { Answer } from '../../models/answer.ts'
import { MOST_AT_ONCE } from './groups.ts'
import { sameWords } from './same_words.ts'
import { ownOf } from './own_of.ts'

/** What became of one: null is done. */
export interface Approved {
  number: string
  refusal: Refusal | null
}

/**
 * Approves each of these answers, which consist of the same words: a decision, a step, a message and a
 * transaction of its own. One that cannot be keeps no other from it.
 *
 * @param words what the text that was read comes to
 * @throws Refusal before anything is done, where none or too many are ticked
 */
export async function approveEach(chosen: readonly Chosen[], words: string, officer: Officer) {
  if (chosen.length === 0) throw new Refusal({ field: 'lot', rule: 'required' })
  if (chosen.length > MOST_AT_ONCE) {
    throw new Refusal({ field: 'lot', rule: 'most', values: { most: MOST_AT_ONCE } })
  }
  const approved: Approved[] = []
  for (const one of chosen) {
    approved.push({ number: one.number, refusal: await approve(one, words, officer) })
  }
  return approved
}

async function approve({ number, version }: Chosen, words: string, officer: Officer) {
  const petition = await Petition.findFor(officer, number)
  if (!petition) return refused('gone')
  try {
    const answer = await Answer.newestOf(petition)
    if (answer?.isGiven && answer.decisions[0]!.officerId === officer.id) return null
    if (!answer || String(petition.version) !== version) return refused('changed')
    if (sameWords(answer, await ownOf(petition, officer)) !== words) return refused('changed')
    await answer.approve(officer)
    return null
  } catch (error) {
    if (error instanceof PetitionChanged) return refused('changed')
    if (error instanceof Refusal) return error
    throw error
  }
}

function refused(rule: string) {
  return new Refusal({ field: 'lot', rule })
}
