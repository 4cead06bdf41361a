import type { Catalogue } from '../catalogue.ts'
import type { Officer } from '../models/officer.ts'

/** For whom an officer stands in today; what those stand in for others is no role of theirs, and stays. */
export function standInsOf({ id }: Officer, { substitutions }: Catalogue) {
  return substitutions.filter(
    (one) => one.substituteId === id && one.state === 'now' && one.officer.works
  )
}
