import { dayIn, digestOf, type Content } from '../content.ts'
import type { SlipCode } from '../slip_code.ts'

/**
 * Whether a slip's digest is that of what is kept of the petition today; null where the petition is
 * from before there was a salt.
 */
export function vouchesFor({ digest, number, day }: SlipCode, content: Content) {
  const own = digestOf(content)
  if (!own) return null
  return number === content.number && day === dayIn(content.receivedAt) && own.equals(digest)
}
