import { blindIndex } from '#shared/keys'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import type { Typed } from '#shared/typed/typed'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange } from '../changes/change_log.ts'
import { Officer } from '../models/officer.ts'
import { aboutOfficer } from './officer_facts.ts'

/** As a form shows it: an identity number half hidden. */
export function shownIdentity({ nationalId, ownPhone }: Officer) {
  return {
    nationalId: (nationalId && NationalId.parse(nationalId)?.masked) || '',
    ownPhone: (ownPhone && PhoneNumber.parse(ownPhone)?.pretty) || '',
  }
}

/**
 * An officer says by what their own petitions are known. What the form left as it was shown stays.
 *
 * @throws Refusal for what is none; Overtaken
 */
export async function keepIdentity(typed: Typed, { id, actsFor }: Officer) {
  const said = typed.read((form) => ({
    nationalId: form.text('nationalId').includes('*') ? undefined : form.nationalId('nationalId'),
    phone: form.phone('ownPhone'),
  }))
  await administer(async (trx) => {
    const own = await Officer.findOrFail(id, { client: trx })
    const was = factsOf(own)
    const { nationalId, phone } = said
    if (nationalId !== undefined) {
      own.nationalId = nationalId?.digits ?? null
      own.nationalIdIndex = nationalId && blindIndex('nationalId', nationalId.digits)
    }
    own.ownPhone = phone?.e164 ?? null
    own.ownPhoneIndex = phone && blindIndex('phone', phone.e164)
    const fields = differing(was, factsOf(own))
    if (fields.length === 0) return
    await writeUnchanged(own, Number(typed.text('version')) || 0, trx)
    await noteChange({ ...aboutOfficer(own), sort: 'amended', fields }, { id, actsFor }, trx)
  })
}

/** What is written down of the change: no more than that there is one. */
function factsOf(officer: Officer) {
  const { nationalId, ownPhone } = shownIdentity(officer)
  return { nationalId: nationalId || null, ownPhone: ownPhone ? `… ${ownPhone.slice(-2)}` : null }
}
