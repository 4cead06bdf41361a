import { DateTime } from 'luxon'
import type { Opened } from './sealed_form.ts'
import type { OutageToken } from './token.ts'

/**
 * When a form was written, by our clock. The browser's difference was measured when the line was last
 * there and again as the form is sent; where somebody set its clock in between, nobody knows on which
 * side of that the form was written, and the earlier moment counts, since a last day must not come later
 * than it ought. Never before its token was fetched, never later than now.
 *
 * @param difference milliseconds that the browser's clock is behind ours now
 */
export function writtenAt(opened: Opened, token: OutageToken | null, difference: number) {
  const now = DateTime.utc()
  const by = [opened.difference, difference].map((one) => opened.writtenAt + one)
  const at = DateTime.fromMillis(Math.min(...by), { zone: 'utc' })
  const earliest = token?.issuedAt ?? now
  if (!at.isValid || at < earliest) return earliest > now ? now : earliest
  return at > now ? now : at
}
