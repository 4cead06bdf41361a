import type { DateTime } from 'luxon'

/** A moment as both databases keep it: UTC, to the second. */
export function stamp(moment: DateTime) {
  return moment.toUTC().toFormat('yyyy-MM-dd HH:mm:ss')
}
