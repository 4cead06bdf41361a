import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { keyFor } from '#shared/keys'

const HOURS = 12

/**
 * What a public form carries instead of a session: signed, without state, good for twelve hours.
 * It shows that the form is ours and makes a second submission the same petition.
 */
export const FormToken = {
  /** `at` in milliseconds since 1970. */
  issue(at = Date.now()) {
    const body = `${Math.floor(at / 1000).toString(36)}.${randomBytes(12).toString('base64url')}`
    return `${body}.${signature(body)}`
  },

  /** 'valid', 'expired' (ours, but old) or 'missing' (none, or not ours). */
  check(token: unknown): 'valid' | 'expired' | 'missing' {
    if (typeof token !== 'string') return 'missing'
    const [issued, lot, signed, ...more] = token.split('.')
    if (!issued || !lot || !signed || more.length > 0) return 'missing'
    const expected = Buffer.from(signature(`${issued}.${lot}`))
    const given = Buffer.from(signed)
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'missing'
    const age = Date.now() / 1000 - Number.parseInt(issued, 36)
    return age > HOURS * 3600 ? 'expired' : 'valid'
  },
}

function signature(body: string) {
  return createHmac('sha256', keyFor('form-signature'))
    .update(body)
    .digest('base64url')
    .slice(0, 27)
}
