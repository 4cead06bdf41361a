import type { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'
import { HOURS } from '../limits/limit.ts'
import type { Officer } from '../models/officer.ts'

const KEY = 'staff'
/** Hours after which everybody signs in again, however busy the session was. */
const OLDEST = env.get('SESSION_HOURS') ?? 12

type Session = HttpContext['session']
interface Begun {
  /** milliseconds since 1970 */
  at: number
  /** the officer's, when the password was typed */
  passwordVersion: number
}

/** Keeps when the session began and with which password: what ends it for good. */
export function beginSession(session: Session, { passwordVersion }: Officer) {
  const begun: Begun = { at: Date.now(), passwordVersion }
  session.put(KEY, begun)
}

/**
 * Whether a session is still good: not too old, and begun with the password that counts today. One
 * from before these were kept begins now.
 */
export function sessionHolds(session: Session, officer: Officer) {
  const begun = session.get(KEY) as Begun | undefined
  if (!begun) beginSession(session, officer)
  const { at, passwordVersion } = begun ?? (session.get(KEY) as Begun)
  return Date.now() - at < OLDEST * HOURS * 1000 && passwordVersion === officer.passwordVersion
}
