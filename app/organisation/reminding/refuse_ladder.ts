import { Refusal } from '#shared/typed/problems'
import type { Ladder } from './ladder.ts'

/** Working days: longer than anybody waits before somebody above hears of it. */
const MOST = 60
const ABOVE = ['head', 'chief', 'governor'] as const

/** What is wrong with a ladder, or nothing: nobody above hears of it before those below. */
export function refuseLadder(said: Ladder) {
  for (const field of ['before', ...ABOVE] as const) {
    const days = said[field]
    if (days !== null && (days < 1 || days > MOST)) {
      throw new Refusal({ field, rule: 'range', values: { most: MOST } })
    }
  }
  let lowest = 0
  for (const field of ABOVE) {
    const days = said[field]
    if (days === null) continue
    if (days < lowest) throw new Refusal({ field, rule: 'order' })
    lowest = days
  }
}
