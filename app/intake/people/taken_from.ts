import type { ToldPerson as Role } from '../brought/words.ts'
import type { IdentityCheck } from '../models/identity_check.ts'
import { Petitioner } from '../models/petitioner.ts'
import { Representative } from '../models/representative.ts'

/** What a form may take over, by its own fields: of who speaks for others into those of a representative. */
const TAKEN = {
  petitioner: ['name', 'nationalId', 'phone', 'address', 'email'],
  representative: ['representative', 'representativeId', 'representativePhone', 'relation'],
} as const satisfies Record<Role, readonly string[]>

/** What the newest petition of whoever was checked says of them, as it is typed into the form. */
export async function takenFrom({ role, petitionId }: IdentityCheck) {
  if (role === 'petitioner') {
    const one = await Petitioner.findByOrFail({ petitionId })
    const { name, nationalId, prettyPhone: phone, address, email } = one
    const details = { name, nationalId, phone, address, email }
    return { role, masked: one.maskedNationalId, ...shown(TAKEN.petitioner, details) }
  }
  const one = await Representative.findByOrFail({ petitionId })
  const { name: representative, nationalId: representativeId, relation } = one
  const details = { representative, representativeId, relation }
  const all = { ...details, representativePhone: one.prettyPhone }
  return { role, masked: one.maskedNationalId, ...shown(TAKEN.representative, all) }
}

function shown(fields: readonly string[], details: Record<string, string | null>) {
  return { fields, details }
}
