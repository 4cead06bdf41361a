import type { DateTime } from 'luxon'

/** What a message may have to wait for although it could leave; the fault of its row meanwhile. */
export const HOLD_REASONS = ['quiet_hours', 'daily_cap', 'daily_ceiling'] as const

export interface Hold {
  until: DateTime
  reason: (typeof HOLD_REASONS)[number]
}

/** Held back by us before anything was tried. */
export function isHoldReason(fault: string | null) {
  return HOLD_REASONS.some((reason) => reason === fault)
}
