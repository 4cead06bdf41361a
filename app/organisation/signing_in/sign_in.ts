import { networksIn } from '#shared/network/networks'
import env from '#start/env'
import type { Reason } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import type { KnownDevice } from './known_device.ts'
import { HOURS, MINUTES, neighbourhood, TooManyTries, wideNeighbourhood } from '../limits/limit.ts'
import { Login } from './login.ts'
import { Officer } from '../models/officer.ts'
import { SignIn, type SignInOutcome } from '../models/sign_in.ts'
import { useSlip } from '../passwords/handing_over.ts'
import { SlipPassword } from '../passwords/slip_password.ts'
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
 * Checks login and password, of whatever authority: logins are one list for the whole installation. One
 * answer for an unknown login, a wrong password and somebody who has left, in the same time.
 *
 * @throws Refusal for what can be nobody's login
 */
export async function signIn(
  typed: string,
  password: string,
  ip: string,
  device?: KnownDevice
): Promise<SignInResult> {
  const login = new Typed({ login: typed }).read((form) =>
    form.as('login', Login, { required: true })
  )
  const officer = await Officer.query().where({ login }).first()
  const from = neighbourhood(ip)
  const way = device?.knows(login) ? 'device' : networks.has(ip) ? 'house' : 'elsewhere'
  const guess = {
    at: `sign-in:${way}`,
    of: limited(login, officer),
    from: way === 'device' ? device!.id : from,
    guesser: wideNeighbourhood(ip),
    rates: WAYS[way],
  }
  try {
    const comesFirst = way !== 'elsewhere'
    const result = await tried(guess, () =>
      verified(officer, { login, from, way }, password, comesFirst)
    )
    if (result === 'slip') return { problem: 'slip', values: {} }
    return result ? { officer: result } : { problem: 'wrong', values: {} }
  } catch (error) {
    if (error instanceof Busy) return { problem: 'busy', values: {} }
    if (error instanceof TooManyTries) return { problem: 'tooMany', values: { ...error } }
    throw error
  }
}

/** Under which name failures at a login are counted; what was counted before somebody lifted it is not. */
function limited(login: string, officer: Officer | null) {
  const lifted = officer?.unlocks ? `:${officer.unlocks}` : ''
  return `${login}${lifted}`
}

/** `slip`: what was typed was right, and had been used or was too old. */
async function verified(
  officer: Officer | null,
  typed: { login: string; from: string; way: string },
  password: string,
  comesFirst: boolean
) {
  const { isRight, renewed } = await checked(
    officer?.password ?? null,
    officer?.mustChoosePassword ? SlipPassword.read(password) : password,
    comesFirst,
    typed.from
  )
  const isOpen = isRight && !isForTrialOnly(password)
  const isTooLate = isOpen && officer!.works && (await isUsed(officer!))
  const result = isTooLate ? 'slip' : outcomeOf(officer, isOpen)
  await SignIn.note(typed, result, officer)
  if (result === 'slip') return result
  if (!officer || result !== 'in') return null
  if (renewed) await officer.rehash(renewed)
  return officer
}

async function isUsed(officer: Officer) {
  return officer.mustChoosePassword && !(await useSlip(officer))
}

function outcomeOf(officer: Officer | null, isRight: boolean): SignInOutcome {
  if (!officer || !isRight) return 'wrong'
  return officer.works ? 'in' : 'left'
}
