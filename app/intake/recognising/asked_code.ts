import encryption from '@adonisjs/core/services/encryption'
import { transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import { PhoneNumber } from '#shared/typed/phone_number'
import { CodeIssued } from '../events.ts'
import { countCode } from '../following/telephone_proof.ts'
import type { Petition } from '../models/petition.ts'
import { TelephoneCode } from '../models/telephone_code.ts'

/** A code was sent to the recorded telephone of one petition; the form that asks for it carries this. */
interface Asked {
  lot: string
  phone: string
  petition: number
}

const ASKED = { purpose: 'recognition', expiresIn: '15m' }

/**
 * Sends a one-time code to the recorded telephone, for whoever stands at the desk with it in the hand.
 *
 * @returns what the form for the code carries
 * @throws Refusal after too many, or where none is recorded
 */
export async function sendCode(petition: Petition, recorded: string | null, ip: string) {
  const phone = recorded && PhoneNumber.parse(recorded)
  if (!phone) throw new Refusal({ field: 'stage', rule: 'noTelephone' })
  await countCode('telephone-code', phone.e164, ip)
  await countCode('telephone-code-number', petition.number, ip)
  const { lot, code } = await TelephoneCode.draw()
  const issued = { authorityId: petition.authorityId, locale: petition.locale, phone, code }
  await transaction((trx) => new CodeIssued(issued, trx).announce())
  const asked: Asked = { lot, phone: phone.e164, petition: petition.id }
  return encryption.encrypt(asked, ASKED)
}

/** @throws Refusal when it is not this code, opens nothing any more, or was sent to another telephone */
export async function demandCode(
  { id }: Petition,
  recorded: string | null,
  { asked: form, code }: { asked: string; code: string }
) {
  const asked = form ? encryption.decrypt<Asked>(form, ASKED.purpose) : null
  if (asked?.petition !== id || asked.phone !== recorded) {
    throw new Refusal({ field: 'askedCode', rule: 'expired' })
  }
  const rule = await TelephoneCode.tried(asked.lot, code)
  if (rule !== 'opens') throw new Refusal({ field: 'code', rule })
}
