import type { Petition } from '#intake'
import type { Catalogue } from '#organisation'
import type { Return } from '../models/return.ts'
import { suggestion } from '../suggestion.ts'

/** How many units a key chooses: 1, 2, 3. */
const MOST = 3

/** The units that a petition probably belongs to, the likeliest first, each with why: the queue’s one use of it. */
export function candidates(
  petition: Petition,
  returns: Return[],
  catalogue: Catalogue,
  locale: string
) {
  const likely = [suggestion(petition, returns, catalogue)].filter((one) => one !== null)
  return likely.slice(0, MOST).map(({ unit, why, proposal }) => ({
    code: unit.code,
    name: unit.name,
    isExternal: unit.isExternal,
    why,
    subject: proposal?.subject.nameIn(locale) ?? null,
    words: proposal?.because ?? [],
  }))
}
