import type { Catalogue } from '../catalogue.ts'
import type { Officer } from '../models/officer.ts'
import { refuseFor, Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { MINUTES, neighbourhood, TooManyTries } from '../limits/limit.ts'
import { tried } from '../limits/tries.ts'
import { Busy, checked } from '../signing_in/password.ts'
import { wrongWithPassword } from './rules.ts'

/** Whoever finds a session open must not guess at the password behind it. */
const RATES = { here: { most: 10, within: 15 * MINUTES } }

/** The new password as two fields say it. @throws Refusal */
export function chosenIn(typed: Typed, { login, name }: Officer, { authority }: Catalogue) {
  const password = typed.text('newPassword')
  const place = [authority.name, authority.district ?? ''].join(' ')
  const isAgain = typed.text('againPassword') === password
  refuseFor(
    wrongWithPassword(password, { login, name, place }, 'newPassword'),
    isAgain ? null : { field: 'againPassword', rule: 'differs' }
  )
  return password
}

/** @throws Refusal when the present password is another one */
export async function demandPresent(officer: Officer, password: string, ip: string) {
  const wrong = (rule: string, values = {}) =>
    new Refusal({ field: 'currentPassword', rule, values })
  const guess = {
    at: 'own-password',
    of: String(officer.id),
    from: neighbourhood(ip),
    rates: RATES,
  }
  try {
    const isRight = await tried(guess, async () => {
      const found = await checked(officer.password, password, true)
      return found.isRight || null
    })
    if (!isRight) throw wrong('wrong')
  } catch (error) {
    if (error instanceof TooManyTries) throw wrong('tooMany', { ...error }).with(429)
    if (error instanceof Busy) throw wrong('busy').with(503)
    throw error
  }
}
