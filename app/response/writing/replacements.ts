import type { Charge, Petition } from '#intake'
import type { Officer } from '#organisation'
import type { Draft } from '../draft.ts'
import { shownReplacements } from '../replacing/shown.ts'
import type { Text } from './texts.ts'

/** What was written to take the place of an answer, as wordings beside it: given, waiting or sent back. */
export async function replacementsOf(petition: Petition, officer: Officer, charge: Charge) {
  if (petition.isOpen) return []
  const all = await shownReplacements(petition, officer, charge)
  return all.map((one): Text => {
    const { id, writtenBy: officerId, writtenAt: at } = one
    return { key: `d${id}`, sort: 'replacement', id, officerId, at, words: one as Draft }
  })
}
