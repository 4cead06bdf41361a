import type { Catalogue } from '#organisation'
import { maskedId, prettyPhone } from '../../brought/recognised.ts'
import type { Petition } from '../../models/petition.ts'
import type { Petitioner } from '../../models/petitioner.ts'
import type { Representative } from '../../models/representative.ts'
import type { Recorded } from './fields.ts'
import { spokenFor } from './spoken_for.ts'

/** Stands in a form for what is recorded and offered no more. */
export const KEPT = 'kept'

/** What stands in the record now. */
export function recorded(
  petition: Petition,
  petitioner: Petitioner,
  speaker: Representative | null
): Recorded {
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
    ...spokenFor(petitioner, speaker),
  }
}

/** The same as a form shows it: an identity number half hidden, as everywhere. */
export function shown(record: Recorded, catalogue: Catalogue): Recorded {
  const { nationalId, phone, representativeId, representativePhone, subject, complained } = record
  const one = <T extends { id: number; code: string }>(all: readonly T[], id: string) =>
    id && (all.find((each) => String(each.id) === id)?.code ?? KEPT)
  return {
    ...record,
    nationalId: maskedId(nationalId) ?? '',
    phone: prettyPhone(phone) ?? '',
    representativeId: maskedId(representativeId) ?? '',
    representativePhone: prettyPhone(representativePhone) ?? '',
    subject: one(catalogue.subjects, subject),
    complained: one(catalogue.units, complained),
  }
}
