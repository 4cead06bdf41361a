import type { Reason } from '#shared/typed/problems'
import { isForTrialOnly } from '../signing_in/password.ts'
import { predictable } from './predictable.ts'

/**
 * NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where a password is the only factor, any
 * characters, no rules of composition, no change by date; what everybody would guess is refused.
 */
const SHORTEST = 15
const LONGEST = 128

/** What is known of whoever is to have the password. */
export interface Owner {
  login: string
  name: string
  /** the authority's */
  place?: string
}

/** What is wrong with a password that somebody chooses, or null; `field` is where it was typed. */
export function wrongWithPassword(password: string, owner: Owner, field = 'password') {
  const wrong = (rule: string, values = {}): Reason => ({ field, rule, values })
  const { length } = [...password]
  if (length < SHORTEST) return wrong('minLength', { min: SHORTEST })
  if (length > LONGEST) return wrong('maxLength', { max: LONGEST })
  if (isForTrialOnly(password)) return wrong('demonstration')
  const { login, name, place = '' } = owner
  const why = predictable(password, [login, name, place])
  return why ? wrong(why) : null
}
