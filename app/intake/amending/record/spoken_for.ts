import type { Form } from '#shared/typed/typed'
import type { Petitioner } from '../../models/petitioner.ts'
import type { Representative } from '../../models/representative.ts'
import { OF_SPEAKER, type Recorded } from './fields.ts'

/** What stands of whoever speaks for a petitioner, '' in all of it where nobody does, and who is told. */
export function spokenFor({ told }: Petitioner, speaker: Representative | null) {
  return {
    relation: speaker?.relation ?? '',
    representative: speaker?.name ?? '',
    representativeId: speaker?.nationalId ?? '',
    representativePhone: speaker?.phone ?? '',
    proof: speaker?.proof ?? '',
    proofNote: speaker?.proofNote ?? '',
    told,
  }
}

/**
 * The same as it is meant: whoever takes the relation away takes the representative away with all that
 * was written of them; somebody who is written down without a relation is somebody else (`other`).
 */
export function asSpokenFor(said: Recorded, before: Recorded, form: Form): Recorded {
  const isTakenAway = said.relation === '' && before.relation !== ''
  const isSaid = !isTakenAway && OF_SPEAKER.some((field) => said[field] !== '')
  if (said.told === 'representative' && !isSaid) form.wrong('told', 'nobody')
  if (isSaid) return { ...said, relation: said.relation || 'other' }
  return { ...said, ...Object.fromEntries(OF_SPEAKER.map((field) => [field, ''])) }
}
