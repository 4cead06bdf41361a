import type { Officer } from '#organisation'
import type { OutageForm } from '../models/outage_form.ts'
import { Petition } from '../models/petition.ts'

/** The numbers that forms have become, by their petitions' ids: of those that this officer may see. */
export async function numbersOf(officer: Officer, forms: readonly OutageForm[]) {
  const ids = forms.map(({ petitionId }) => petitionId).filter((id) => id !== null)
  const petitions = await Petition.seenBy(officer, ids)
  return new Map(petitions.map(({ id, number }) => [id, number]))
}
