import { networksIn } from '#shared/network/networks'
import env from '#start/env'
import type { Reason } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import type { KnownDevice } from './known_device.ts'
import { HOURS, MINUTES, neighbourhood, TooManyTries, wideNeighbourhood } from '../limits/limit.ts'
import { Login } from './login.ts'
import { Officer } from '../models/officer.ts'
import { SignIn, type SignInOutcome } from '../models/sign_in.ts'
import { Busy, checked, isForTrialOnly } from './password.ts'
import { tried, type Guess } from '../limits/tries.ts'

const QUARTER = 15 * MINUTES

/**
 * Wrong passwords, by the way on which they come: the figures stand in SECURITY.md. Each way is counted
 * apart, so that strangers make neither the house nor a known device wait.
 */
const WAYS = {
  device: { here: { most: 10, within: QUARTER } },
  house: {
    here: { most: 10, within: QUARTER },
    place: { most: 200, within: QUARTER },
    network: { most: 2_000, within: QUARTER },
    newcomers: { most: 100, within: HOURS },
    known: { most: 100, within: HOURS },
  },
  elsewhere: {
    here: { most: 5, within: QUARTER },
    place: { most: 30, within: QUARTER },
    network: { most: 300, within: QUARTER },
    newcomers: { most: 50, within: HOURS },
    known: { most: 50, within: HOURS },
  },
} satisfies Record<string, Guess['rates']>

/** Where a whole office stands behind one address, one clumsy person must not make all others wait. */
const networks = networksIn(env.get('HOUSE_NETWORKS') ?? '')

export type SignInResult = { officer: Officer } | { problem: string; values: Reason['values'] }

/**
 * Checks login and password. One answer for an unknown login, a wrong password and somebody who
 * has left, in the same time.
 *
 * @throws Refusal for what can be nobody's login
 */
export async function signIn(
  authorityId: number,
  typed: string,
  password: string,
  ip: string,
  device?: KnownDevice
): Promise<SignInResult> {
  const login = new Typed({ login: typed }).read((form) =>
    form.as('login', Login, { required: true })
  )
  const from = neighbourhood(ip)
  const way = device?.knows(login) ? 'device' : networks.has(ip) ? 'house' : 'elsewhere'
  const guess = {
    at: `sign-in:${way}`,
    of: `${authorityId}:${login}`,
    from: way === 'device' ? device!.id : from,
    guesser: wideNeighbourhood(ip),
    rates: WAYS[way],
  }
  try {
    const comesFirst = way !== 'elsewhere'
    const officer = await tried(guess, () =>
      verified({ authorityId, login, from, way }, password, comesFirst)
    )
    return officer ? { officer } : { problem: 'wrong', values: {} }
  } catch (error) {
    if (error instanceof Busy) return { problem: 'busy', values: {} }
    if (error instanceof TooManyTries) return { problem: 'tooMany', values: { ...error } }
    throw error
  }
}

async function verified(
  typed: { authorityId: number; login: string; from: string; way: string },
  password: string,
  comesFirst: boolean
) {
  const { authorityId, login } = typed
  const officer = await Officer.query().where({ login, authority_id: authorityId }).first()
  const { isRight, renewed } = await checked(
    officer?.password ?? null,
    password,
    comesFirst,
    typed.from
  )
  const result = outcomeOf(officer, isRight && !isForTrialOnly(password))
  await SignIn.note(typed, result, officer)
  if (!officer || result !== 'in') return null
  if (renewed) await officer.rehash(renewed)
  return officer
}

function outcomeOf(officer: Officer | null, isRight: boolean): SignInOutcome {
  if (!officer || !isRight) return 'wrong'
  return officer.works ? 'in' : 'left'
}
