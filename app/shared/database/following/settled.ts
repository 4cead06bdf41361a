import type { DateTime } from 'luxon'

/**
 * Milliseconds for which a missing id may be a row whose transaction is still open. Ids are given
 * out before the commit and never again: after so long it belongs to one that was rolled back.
 */
export const OPEN_AT_MOST = 60_000

/**
 * How many of these rows are behind no gap that may still be filled.
 *
 * @param rows in the order of their ids; `at`: when each was written, in milliseconds
 * @param after the id behind which they begin
 */
export function settled(rows: readonly { id: number; at: number }[], after: number, now: DateTime) {
  const isYoung = (at: number) => now.toMillis() - at < OPEN_AT_MOST
  const gap = rows.findIndex(
    ({ id, at }, place) => id !== (rows[place - 1]?.id ?? after) + 1 && isYoung(at)
  )
  return gap < 0 ? rows.length : gap
}
