import type { Catalogue } from '#organisation'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import type { Petition } from '../../models/petition.ts'
import type { Petitioner } from '../../models/petitioner.ts'

/** What was written down of whoever brought it. */
export const OF_PERSON = [
  ...(['name', 'nationalId', 'phone', 'texts', 'email', 'address', 'language'] as const),
]
/** What was written down of what was brought, beside its words. */
export const OF_PETITION = ['kind', 'subject', 'place', 'complained'] as const
const FIELDS = [...OF_PERSON, ...OF_PETITION] as const
export type Field = (typeof FIELDS)[number]

/** A record in words that can be compared: '' where nothing stands, ids for subject and unit. */
export type Recorded = Readonly<Record<Field, string>>

/** Stands in a form for what is recorded and offered no more. */
export const KEPT = 'kept'

/** What stands in the record now. */
export function recorded(petition: Petition, petitioner: Petitioner): Recorded {
  return {
    name: petitioner.name ?? '',
    nationalId: petitioner.nationalId ?? '',
    phone: petitioner.phone ?? '',
    texts: petitioner.declinesTexts ? 'declined' : 'wanted',
    email: petitioner.email ?? '',
    address: petitioner.address ?? '',
    language: petition.locale,
    kind: petition.kind,
    subject: String(petition.subjectId ?? ''),
    place: petition.place ?? '',
    complained: String(petition.complainedUnitId ?? ''),
  }
}

/** The same as a form shows it: an identity number half hidden, as everywhere. */
export function shown(record: Recorded, catalogue: Catalogue): Recorded {
  const { nationalId, phone, subject, complained } = record
  const one = <T extends { id: number; code: string }>(all: readonly T[], id: string) =>
    id && (all.find((each) => String(each.id) === id)?.code ?? KEPT)
  return {
    ...record,
    nationalId: (nationalId && NationalId.parse(nationalId)?.masked) || '',
    phone: (phone && PhoneNumber.parse(phone)?.pretty) || '',
    subject: one(catalogue.subjects, subject),
    complained: one(catalogue.units, complained),
  }
}

export function differing(one: Recorded, other: Recorded) {
  return FIELDS.filter((field) => one[field] !== other[field])
}
