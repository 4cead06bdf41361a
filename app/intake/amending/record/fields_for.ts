import type { Officer } from '#organisation'
import type { Petition } from '../../models/petition.ts'
import { OF_PERSON, OF_PETITION, type Field } from './fields.ts'

/**
 * What of a petition's record this officer may correct now. Who brought it, and how to reach them, is
 * put right also after the end, when a letter or a new code is wanted; what it is and about what, only
 * while it is open: what was decided was decided about that.
 */
export function fieldsFor(petition: Petition, officer: Officer): readonly Field[] {
  const person = petition.hidesPetitionerFrom(officer) ? [] : OF_PERSON
  return [...person, ...(petition.isOpen ? OF_PETITION : [])]
}
