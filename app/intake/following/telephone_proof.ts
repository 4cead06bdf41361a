import encryption from '@adonisjs/core/services/encryption'
import { HOURS, neighbourhood, TooManyTries, tried, wideNeighbourhood } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { blindIndex } from '#shared/keys'
import { Refusal } from '#shared/typed/problems'
import { type PhoneNumber } from '#shared/typed/phone_number'
import { CodeIssued } from '../events.ts'
import { TelephoneCode } from '../models/telephone_code.ts'
import type { PetitionNumber } from '../petition_number.ts'
import { petitionOf, petitionsOf } from './by_telephone.ts'

/**
 * Codes that are asked for; all of them count, for each makes a telephone ring. Newcomers and known: of
 * one telephone (or number) from everywhere, apart, so that a stranger who asks and asks leaves its
 * owner some (SECURITY.md).
 */
const DAYS = 24 * HOURS
const RATES = {
  here: { most: 5, within: DAYS },
  place: { most: 30, within: HOURS },
  network: { most: 300, within: HOURS },
  newcomers: { most: 9, within: DAYS },
  known: { most: 6, within: DAYS },
}

/** Of what a code was asked for; the form that asks for the code carries it. */
interface Asked {
  lot: string
  phone: string
  /** of one petition alone */
  number: string | null
}

/** What a telephone opens that was proven. */
export interface Proven {
  phone: string
  number: string | null
}

const ASKED = { purpose: 'telephone-asked', expiresIn: '15m' }
const PROVEN = { purpose: 'telephone-proven', expiresIn: '15m' }

/**
 * A code is asked for, to a telephone that may be known here or not: nothing of what is done before the
 * answer, and nothing of the answer, says which.
 *
 * @returns `form`: what the form for the code carries; `tell` sends the code, where there is something
 *   to open: to be called once the answer has left
 * @throws Refusal after too many
 */
export async function askForCode(
  { phone, number }: { phone: PhoneNumber; number: PetitionNumber | null },
  { ip, locale }: { ip: string; locale: string }
) {
  await countCode('telephone-code', phone.e164, ip)
  if (number) await countCode('telephone-code-number', number.digits, ip)
  const { lot, code } = await TelephoneCode.draw()
  const asked: Asked = { lot, phone: phone.e164, number: number?.digits ?? null }
  return {
    form: encryption.encrypt(asked, ASKED),
    async tell() {
      const [known] = await opened(asked)
      if (!known) return
      const issued = { authorityId: known.authorityId, locale, phone, code }
      await transaction((trx) => new CodeIssued(issued, trx).announce())
    },
  }
}

/** To which telephone a code was asked for, and whether of one petition; null: too long ago, not ours. */
export function askedIn(form: string) {
  return form ? encryption.decrypt<Asked>(form, ASKED.purpose) : null
}

/**
 * The telephone is in the hands that say so.
 *
 * @throws Refusal when it is not this code, or it opens nothing any more
 */
export async function prove(asked: Asked, code: string): Promise<Proven> {
  const rule = await TelephoneCode.tried(asked.lot, code)
  if (rule !== 'opens') throw new Refusal({ field: 'code', rule })
  return { phone: asked.phone, number: asked.number }
}

/** For the next page of a list: the telephone was proven a quarter of an hour ago at most. */
export function sealProven(proven: Proven) {
  return encryption.encrypt(proven, PROVEN)
}

export function provenIn(seal: string) {
  return seal ? encryption.decrypt<Proven>(seal, PROVEN.purpose) : null
}

/** What a proven telephone shows: a page of its petitions, or the one that was asked for. */
export async function shownBy({ phone, number }: Proven, before?: number) {
  const index = blindIndex('phone', phone)
  if (!number) return petitionsOf(index, before)
  const one = await petitionOf(index, number)
  return { lines: one ? [one] : [], more: null }
}

async function opened(asked: Asked) {
  return (await shownBy(asked)).lines
}

/** Of whichever way a code is asked for. @throws Refusal after too many */
export async function countCode(at: string, of: string, ip: string) {
  const [from, guesser] = [neighbourhood(ip), wideNeighbourhood(ip)]
  try {
    await tried({ at, of, from, guesser, rates: RATES }, async () => null)
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error
    const values = { minutes: error.minutes }
    throw new Refusal({ field: 'askedCode', rule: 'tooMany', values }).with(429)
  }
}
