import type { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'
import { HOURS } from '../limits/limit.ts'
import type { Officer } from '../models/officer.ts'

export const KEY = 'staff'
/** Hours after which everybody signs in again, however busy the session was. */
const OLDEST = env.get('SESSION_HOURS') ?? 12

type Session = HttpContext['session']
export interface Begun {
  /** milliseconds since 1970 */
  at: number
  /** the officer's, when the password was typed */
  passwordVersion: number
  /** from where, and with what kind of browser: shown to the one whose session it is */
  ip?: string
  device?: string
}

/** Keeps when the session began and with which password: what ends it for good. */
export function beginSession(
  session: Session,
  { passwordVersion }: Officer,
  { ip, device }: Pick<Begun, 'ip' | 'device'> = {}
) {
  const begun: Begun = { at: Date.now(), passwordVersion, ip, device }
  session.put(KEY, begun)
}

/** The same session goes on with another password. */
export function continueSession(session: Session, officer: Officer) {
  beginSession(session, officer, begunOf(session.get(KEY)))
}

/** What a session says of its beginning. */
export function begunOf(kept: unknown) {
  return (kept ?? {}) as Partial<Begun>
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
