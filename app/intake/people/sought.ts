import { blindIndex } from '#shared/keys'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import { LONGEST } from '../longest.ts'
import { isName, nameKey } from './name_key.ts'

/** What one box can hold, and the field of the form that it is then written into. */
const KEYS = { phone: 'phoneIndex', nationalId: 'nationalIdIndex', name: 'nameIndex' } as const
export type By = keyof typeof KEYS

/** By what somebody is looked for, as the index that finds it. */
export interface Sought {
  by: By
  index: string
}

/** All that the words can be: what can mean two things is looked for as both. */
export function soughtIn(words: string): Sought[] {
  const numbers = numbersIn(words)
  if (numbers.length > 0 || mistyped(words)) return numbers
  return [{ by: 'name', index: nameKey(words)! }]
}

/** Why nobody can be looked for by these words: a number with a slip in it, one letter. */
export function mistyped(words: string) {
  if (numbersIn(words).length > 0) return null
  if (/\d/.test(words)) return 'number'
  if (words.length > LONGEST.petitioners.name) return 'maxLength'
  return isName(words) ? null : 'short'
}

/** As the register's searches are kept. */
export function keysOf(all: readonly Sought[]) {
  return all.map(({ by, index }) => ({ [KEYS[by]]: index }))
}

function numbersIn(words: string): Sought[] {
  const phone = PhoneNumber.parse(words)
  const id = NationalId.parse(words)
  return [
    ...(phone ? [{ by: 'phone', index: blindIndex('phone', phone.e164) } as const] : []),
    ...(id ? [{ by: 'nationalId', index: blindIndex('nationalId', id.digits) } as const] : []),
  ]
}
