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

/**
 * Nobody works on a petition of their own, or of their own telephone: whoever does it is asked about as
 * themselves, in whosever place they work. They see it as everybody does who may.
 */
export function isOwn(officer: Officer, { nationalIdIndex, phoneIndex }: Owner) {
  const isPerson = nationalIdIndex !== null && nationalIdIndex === officer.nationalIdIndex
  return isPerson || (phoneIndex !== null && phoneIndex === officer.ownPhoneIndex)
}
