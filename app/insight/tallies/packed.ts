import { OUTCOMES, type Outcome } from '#intake'
import { dayOf } from './days.ts'
import type { Sort, TallyRow } from './tallies.ts'
import { COUNTED } from './texts.ts'

/** A row of tallies in numbers: the page goes through all of them each time, and words take longer. */
export interface PackedTally {
  week: string
  sort: Sort
  unitId: number
  /** of each group: what is counted, how many, what else, how many */
  groups: Map<string, number[]>
  /** so many pairs, in all */
  size: number
}

/** What is counted, as a number. */
const CODES: Record<Sort, (what: string) => number> = {
  open: dayOf,
  concluded(what) {
    const [outcome, days] = what.split('.') as [Outcome, string]
    return endingCode(outcome, Number(days))
  },
  received: Number,
  texts: (state) => COUNTED.indexOf(state),
}

export function packed({ week, sort, unitId, counts }: TallyRow): PackedTally {
  const code = CODES[sort]
  const groups = new Map<string, number[]>()
  let size = 0
  for (const group in counts) {
    const pairs: number[] = []
    for (const what in counts[group]) pairs.push(code(what), counts[group][what]!)
    groups.set(group, pairs)
    size += pairs.length / 2
  }
  return { week, sort, unitId, groups, size }
}

/** Of a clock that was put back it counts as ended at once. */
function endingCode(outcome: Outcome, days: number) {
  return Math.max(0, days) * OUTCOMES.length + OUTCOMES.indexOf(outcome)
}

export function outcomeOf(code: number): Outcome {
  return OUTCOMES[code % OUTCOMES.length]!
}

export function daysOf(code: number) {
  return Math.floor(code / OUTCOMES.length)
}
