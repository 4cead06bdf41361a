import type { DateTime } from 'luxon'

/** A moment as both databases keep it: UTC, to the second. */
export function stamp(moment: DateTime) {
  return moment.toUTC().toFormat('yyyy-MM-dd HH:mm:ss')
}

/** Before everything that merely is due; nothing else ever has this moment. */
export const AT_ONCE = '2000-01-01 00:00:00'
