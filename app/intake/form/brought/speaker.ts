import type { Form } from '#shared/typed/typed'
import { PROOFS, RELATIONS, TOLD, type ToldPerson } from '../../brought/words.ts'
import type { Speaker } from '../../models/representative.ts'
import { LONGEST } from '../../longest.ts'

/** Who speaks for the petitioner; null where nothing is said of anybody. */
export function readSpeaker(form: Form): Speaker | null {
  const { name, proof_note: proofNote } = LONGEST.representatives
  const relation = form.choice('relation', RELATIONS)
  const said = {
    name: form.line('representative', { max: name }),
    nationalId: form.nationalId('representativeId'),
    phone: form.phone('representativePhone'),
    proof: form.choice('proof', PROOFS),
    proofNote: form.line('proofNote', { max: proofNote }),
  }
  const isSaid = relation !== null || Object.values(said).some((one) => one !== null)
  return isSaid ? { relation: relation ?? 'other', ...said } : null
}

/** Who is told; whoever is nobody gets no messages. */
export function readTold(form: Form, speaker: Speaker | null): ToldPerson {
  const told = form.choice('told', TOLD) ?? 'petitioner'
  if (told === 'representative' && !speaker) form.wrong('told', 'nobody')
  return told
}
