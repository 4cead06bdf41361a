import limiter from '@adonisjs/limiter/services/main'
import { errors } from '@adonisjs/auth'
import { folded } from '#shared/folded_text'
import { Officer } from './models/officer.ts'

/** Wrong passwords: five for one person from one address, thirty from one address, in 15 minutes. */
const PERSON = { requests: 5, duration: '15 mins', blockDuration: '15 mins' }
const ADDRESS = { requests: 30, duration: '15 mins', blockDuration: '15 mins' }

export type SignInResult =
  { officer: Officer } | { problem: 'wrong' } | { problem: 'tooMany'; minutes: number }

/**
 * Checks login and password. One answer for an unknown login, a wrong password and somebody who
 * has left, in the same time; only a failed try is counted.
 */
export async function signIn(login: string, password: string, ip: string): Promise<SignInResult> {
  const name = folded(login).trim()
  const tries = limiter.multi([
    { ...PERSON, key: `sign-in:${name}:${ip}` },
    { ...ADDRESS, key: `sign-in:${ip}` },
  ])
  const [throttled, officer] = await tries.penalize(() => verified(name, password)).catch(wrong)
  if (throttled) {
    return { problem: 'tooMany', minutes: Math.ceil(throttled.response.availableIn / 60) }
  }
  return officer ? { officer } : { problem: 'wrong' }
}

async function verified(login: string, password: string) {
  const officer = await Officer.verifyCredentials(login, password)
  if (!officer.works) throw new errors.E_INVALID_CREDENTIALS('left')
  return officer
}

function wrong(error: unknown): [null, null] {
  if (error instanceof errors.E_INVALID_CREDENTIALS) return [null, null]
  throw error
}
