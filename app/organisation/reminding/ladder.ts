import type { DateTime } from 'luxon'
import type { Clock } from '../deadlines/deadline.ts'
import { ReminderRule } from '../models/reminder_rule.ts'

/** Whoever works on it is reminded before and on the last day; after it a petition climbs. */
export const RUNGS = ['soon', 'today', 'head', 'chief', 'governor'] as const
export type Rung = (typeof RUNGS)[number]

/** Working days from the last day on at which each rung is reached; null: never. */
export interface Ladder {
  /** before the last day */
  before: number | null
  onDay: boolean
  head: number | null
  chief: number | null
  governor: number | null
}

/** Of an authority that has said nothing. */
export const HOUSE_LADDER: Ladder = { before: 2, onDay: true, head: 1, chief: 2, governor: 3 }

/** How an authority reminds on each clock, as it had said by a moment. */
export async function laddersOf(authorityId: number, at: DateTime): Promise<Record<Clock, Ladder>> {
  const said = await ReminderRule.saidBy(authorityId, at)
  const of = (clock: Clock) => said.find((one) => one.clock === clock) ?? HOUSE_LADDER
  return { promise: of('promise'), legal: of('legal') }
}

/**
 * The rungs that are reached, the last one last.
 *
 * @param past working days since the last day, negative before it
 */
export function reached({ before, onDay, head, chief, governor }: Ladder, past: number): Rung[] {
  const at: Record<Rung, number | null> = {
    soon: before === null ? null : -before,
    today: onDay ? 0 : null,
    ...{ head, chief, governor },
  }
  return RUNGS.filter((rung) => at[rung] !== null && at[rung] <= past)
}
