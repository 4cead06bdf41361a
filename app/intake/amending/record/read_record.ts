import type { Catalogue } from '#organisation'
import type { Form, Typed } from '#shared/typed/typed'
import { unitsOf } from '../../form/complained.ts'
import { placeTyped, subjectsOf } from '../../form/petition_form.ts'
import { PROOFS, RELATIONS, TOLD } from '../../brought/words.ts'
import { LONGEST } from '../../longest.ts'
import { KINDS } from '../../stages.ts'
import type { Field, Recorded } from './fields.ts'
import { shown } from './recorded.ts'
import { asSpokenFor } from './spoken_for.ts'

/**
 * A record as somebody corrected it. What a form does not hold, or holds as its page showed it, stays
 * as it is.
 *
 * @param may the fields that this officer may correct now
 * @throws Refusal with everything that is to be mended
 */
export function readRecord(
  typed: Typed,
  before: Recorded,
  catalogue: Catalogue,
  may: readonly Field[]
): Recorded {
  const page = shown(before, catalogue)
  return typed.read((form) => {
    const readers = readersOf(form, catalogue)
    const said = (field: Field) => {
      const isTouched = may.includes(field) && form.has(field) && form.text(field) !== page[field]
      return [field, isTouched ? String(readers[field]() ?? '') : before[field]]
    }
    const all = Object.fromEntries((Object.keys(before) as Field[]).map(said)) as Recorded
    return asSpokenFor(all, before, form)
  })
}

function readersOf(form: Form, catalogue: Catalogue): Record<Field, () => unknown> {
  const { petitions, petitioners, representatives } = LONGEST
  return {
    name: () => form.line('name', { max: petitioners.name }),
    nationalId: () => form.nationalId('nationalId')?.digits,
    phone: () => form.phone('phone')?.e164,
    texts: () => form.choice('texts', ['wanted', 'declined'], { required: true }),
    email: () => form.email('email'),
    address: () => form.line('address', { max: petitioners.address }),
    language: () => form.choice('language', ['tr', 'en'], { required: true }),
    relation: () => form.choice('relation', RELATIONS),
    representative: () => form.line('representative', { max: representatives.name }),
    representativeId: () => form.nationalId('representativeId')?.digits,
    representativePhone: () => form.phone('representativePhone')?.e164,
    proof: () => form.choice('proof', PROOFS),
    proofNote: () => form.line('proofNote', { max: representatives.proof_note }),
    told: () => form.choice('told', TOLD, { required: true }),
    kind: () => form.choice('kind', KINDS, { required: true }),
    subject: () => form.as('subject', subjectsOf(catalogue, 'desk'), { wrong: 'choice' })?.id,
    place: () => placeTyped(form.line('place', { max: petitions.place }), catalogue),
    complained: () => form.as('complained', unitsOf(catalogue), { wrong: 'choice' })?.id,
  }
}
