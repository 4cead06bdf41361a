import { errors } from '@adonisjs/auth'
import app from '@adonisjs/core/services/app'
import { DEMO_PASSWORD } from '#database/demo/people'
import { folded } from '#shared/folded_text'
import { Officer } from './models/officer.ts'
import { counted, neighbourhood, TooManyTries } from './tries.ts'

/**
 * Wrong passwords in 15 minutes: five for one person from one address, thirty from one address. And
 * fifty an hour for one person from everywhere, so that guessers with many addresses wait as well.
 */
const PERSON_HERE = { requests: 5, duration: '15 mins', blockDuration: '15 mins' }
const ADDRESS = { requests: 30, duration: '15 mins', blockDuration: '15 mins' }
/** No login is longer; what is, is nobody's. */
const LONGEST = 100
const PERSON = { requests: 50, duration: '1 hour' }
/** The column of a login is ASCII, and MariaDB compares no other letters with it. */
const LOGIN = /^[\x21-\x7e]+$/
/** Nobody's login: asked for, so that a wrong one takes as long as any. */
const NOBODY = '?'

export type SignInResult =
  { officer: Officer } | { problem: 'wrong' } | { problem: 'tooMany'; minutes: number }

/**
 * Checks login and password. One answer for an unknown login, a wrong password and somebody who
 * has left, in the same time.
 */
export async function signIn(login: string, password: string, ip: string): Promise<SignInResult> {
  const name = folded(login.slice(0, LONGEST)).trim()
  const address = neighbourhood(ip)
  const limits = [
    { ...ADDRESS, key: `sign-in:from:${address}` },
    { ...PERSON_HERE, key: `sign-in:from:${address}:as:${name}` },
    { ...PERSON, key: `sign-in:as:${name}` },
  ]
  try {
    const officer = await counted(limits, () => verified(name, password))
    return officer ? { officer } : { problem: 'wrong' }
  } catch (error) {
    if (error instanceof TooManyTries) return { problem: 'tooMany', minutes: error.minutes }
    throw error
  }
}

async function verified(login: string, password: string) {
  try {
    const asked = LOGIN.test(login) ? login : NOBODY
    const officer = await Officer.verifyCredentials(asked, password)
    return officer.works && !isForTrialOnly(password) ? officer : null
  } catch (error) {
    if (error instanceof errors.E_INVALID_CREDENTIALS) return null
    throw error
  }
}

/** The demonstration's password is in everybody's hands: its database may have become the real one. */
function isForTrialOnly(password: string) {
  return app.inProduction && password === DEMO_PASSWORD
}
