import type { Officer } from '#organisation'

/** By what whoever brings a petition is known: blind indexes. */
export interface Owner {
  nationalIdIndex: string | null
  phoneIndex: string | null
}

/** Whether this officer has said by what their own petitions are known. */
export function knowsThemselves({ nationalIdIndex, ownPhoneIndex }: Officer) {
  return Boolean(nationalIdIndex ?? ownPhoneIndex)
}

/** Whether two were brought by one person, as far as identity number or telephone say so. */
export function isOnePerson(one: Owner, other: Owner) {
  const isSame = (key: keyof Owner) => one[key] !== null && one[key] === other[key]
  if (isSame('nationalIdIndex')) return true
  const isUnsaid = one.nationalIdIndex === null || other.nationalIdIndex === null
  return isUnsaid && isSame('phoneIndex')
}

/**
 * Nobody works on a petition of their own, or of their own telephone: whoever does it is asked about as
 * themselves, in whosever place they work. They see it as everybody does who may.
 */
export function isOwn(officer: Officer, { nationalIdIndex, phoneIndex }: Owner) {
  const isPerson = nationalIdIndex !== null && nationalIdIndex === officer.nationalIdIndex
  return isPerson || (phoneIndex !== null && phoneIndex === officer.ownPhoneIndex)
}
