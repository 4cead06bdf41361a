import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import { hasMod97, hasLuhn } from './check_digits.ts'

export const SORTS = ['card', 'iban', 'nationalId', 'phone'] as const
export type Sort = (typeof SORTS)[number]

/** A number that stands in a text and had better not. */
export interface Found {
  sort: Sort
  /** Digits and letters alone; of a telephone as it is kept (+90…). */
  number: string
}

/** Digits with what people put between them; and the letters that an account's number begins with. */
const RUN = /\+?\d(?:[ ().\-/]{0,2}\d)*/g
const IBAN = /\bTR(?:[ -]?\d){24}(?!\d)/gi
const BETWEEN = /[ ().\-/]+/
/** Groups that people make of one number, at most: a telephone as 0 500 0 00 00 00. */
const GROUPS = 8
const CARD = /^[3-69]\d{12,18}$/

/** All numbers of a text that are somebody's: of a card, an account, a person, a telephone. Linear. */
export function numbersIn(text: string): Found[] {
  const found: Found[] = []
  const rest = text.replace(IBAN, (typed) => {
    const number = typed.replace(/[ -]/g, '').toUpperCase()
    if (!hasMod97(number)) return typed
    found.push({ sort: 'iban', number })
    return '\n'
  })
  for (const [run] of rest.matchAll(RUN)) found.push(...inRun(run.split(BETWEEN).filter(Boolean)))
  return found
}

/** The longest number that begins at each group; what it is made of begins no other. */
function inRun(groups: string[]): Found[] {
  const found: Found[] = []
  for (let at = 0; at < groups.length;) {
    const long = longestAt(groups, at)
    if (long) found.push(long.found)
    at += long?.groups ?? 1
  }
  return found
}

function longestAt(groups: string[], at: number) {
  for (let count = Math.min(GROUPS, groups.length - at); count > 0; count--) {
    const found = named(groups.slice(at, at + count).join(''))
    if (found) return { found, groups: count }
  }
  return null
}

function named(digits: string): Found | null {
  if (CARD.test(digits) && hasLuhn(digits)) return { sort: 'card', number: digits }
  const phone = PhoneNumber.parse(digits)
  if (phone) return { sort: 'phone', number: phone.e164 }
  return NationalId.parse(digits) ? { sort: 'nationalId', number: digits } : null
}
