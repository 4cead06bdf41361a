import { hidesPetitioner, Petitioner, saidTo, type Petition } from '#intake'
import type { Officer } from '#organisation'
import type { Own } from './same_words.ts'

/** What of a petition may stand in its answer, as far as this officer knows it: as a list has it. */
export async function ownOf(petition: Petition, officer: Officer): Promise<Own> {
  const { number, receivedAt, dueOn } = petition
  const isHidden = hidesPetitioner(petition, officer)
  const petitioner = isHidden ? null : await Petitioner.findBy('petitionId', petition.id)
  const { place } = await saidTo(petition, officer)
  return { number, receivedAt, dueOn, place, name: petitioner?.name ?? null }
}
