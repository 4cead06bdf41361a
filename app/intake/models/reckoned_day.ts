import { createHash } from 'node:crypto'
import type { DateTime } from 'luxon'
import type { Clock, Deadline } from '#organisation'
import { dayOf } from '#shared/dates/turkish_date'

export type ReckonedDay = ReturnType<typeof reckonedDay>

/** All that a reckoning says of a day, as its table has it. */
export function reckonedDay(
  authorityId: number,
  clock: Clock,
  receivedAt: DateTime,
  deadline: Deadline
) {
  return {
    authority_id: authorityId,
    clock,
    received_on: dayOf(receivedAt).toISODate()!,
    due_on: deadline.on.toISODate()!,
    rule_id: deadline.ruleId,
    reason: deadline.reason('tr'),
    reason_en: deadline.reason('en'),
    rolled_from: deadline.rolledFrom?.toISODate() ?? null,
    days_off: deadline.daysOff,
  }
}

/** What makes it one with whatever says the same. */
export function digestOf(day: ReckonedDay) {
  return createHash('sha256').update(JSON.stringify(day)).digest('hex')
}
