import type { DateTime } from 'luxon'
import type { Counting, Pause } from '../counting.ts'
import type { Rule } from '../deadline.ts'

/** Why a row holds another last day than its receipt gave. */
export type Cause = 'paused' | 'resumed' | 'feeAsked' | 'feePaid' | 'extended' | 'lawExtended'

/** How a row counts that a step gave; all null: as its rule counts from the receipt. */
export interface Kept {
  cause: string | null
  countedFrom: DateTime | null
  amount: number | null
  counted: string | null
  rolls: boolean | null
  /** as a row keeps them */
  pauses: string | null
}

/** A last day as it was said, with the words of then. */
export interface DaySaid extends Partial<Kept> {
  dueOn: DateTime
  reason: string
  reasonEn: string
  rolledFrom: DateTime | null
  /** as a row keeps them */
  daysOff: string | null
}

/** The same with other facts; a row of the database gives away nothing when it is spread. */
export function saidWith(said: DaySaid, others: Partial<DaySaid>): DaySaid {
  const { dueOn, reason, reasonEn, rolledFrom, daysOff } = said
  const { cause, countedFrom, amount, counted, rolls, pauses } = said
  const kept = { cause, countedFrom, amount, counted, rolls, pauses }
  return { dueOn, reason, reasonEn, rolledFrom, daysOff, ...kept, ...others }
}

/** A rule as far as a last day is counted by it. */
export type CountingRule = Pick<Rule, 'id' | 'days' | 'counted' | 'rolls' | 'reason' | 'reasonEn'>

/** How this day was counted. */
export function countingOf(
  said: Partial<Kept>,
  receivedAt: DateTime,
  rule: CountingRule
): Counting {
  return {
    start: said.countedFrom ?? receivedAt,
    amount: said.amount ?? rule.days,
    counted: said.counted ?? rule.counted,
    rolls: said.rolls ?? rule.rolls,
    pauses: pausesOf(said),
  }
}

function pausesOf({ pauses }: Partial<Kept>) {
  return JSON.parse(pauses ?? '[]') as Pause[]
}

/** Whether the clock stands now. */
export function isPaused(said: Partial<Kept>) {
  return pausesOf(said).some(({ until }) => until === null)
}

/** The same of a rule's row: what its step kept of it. */
export function keptOf(
  { start, amount, counted, rolls, pauses }: Counting,
  cause: string | null
): Kept {
  const kept = pauses.length > 0 ? JSON.stringify(pauses) : null
  return { cause, countedFrom: start, amount, counted, rolls, pauses: kept }
}
