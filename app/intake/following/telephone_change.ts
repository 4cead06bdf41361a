import encryption from '@adonisjs/core/services/encryption'
import { transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import { PhoneNumber } from '#shared/typed/phone_number'
import { toldOf } from '../brought/told.ts'
import { CodeIssued, TelephoneReplaced } from '../events.ts'
import type { Petition } from '../models/petition.ts'
import { TelephoneCode } from '../models/telephone_code.ts'
import { countCode } from './telephone_proof.ts'
import { asItIsNow } from './as_it_is_now.ts'

/** A code was asked for to a new telephone of one petition; the form that asks for the code carries it. */
interface Asked {
  lot: string
  phone: string
  petition: number
}

const ASKED = { purpose: 'telephone-change', expiresIn: '15m' }

/**
 * Asks for a code to a petition's new telephone: whoever opened it by its own code wants to be told
 * there. Counted as each code is: by petition, telephone and address.
 *
 * @returns what the form for the code carries
 * @throws Refusal after too many
 */
export async function askForNewTelephone(
  petition: Petition,
  phone: PhoneNumber,
  { ip, locale }: { ip: string; locale: string }
) {
  await countCode('telephone-code', phone.e164, ip)
  await countCode('telephone-code-number', petition.number, ip)
  const { lot, code } = await TelephoneCode.draw()
  const issued = { authorityId: petition.authorityId, locale, phone, code }
  await transaction((trx) => new CodeIssued(issued, trx).announce())
  const asked: Asked = { lot, phone: phone.e164, petition: petition.id }
  return encryption.encrypt(asked, ASKED)
}

/** To which telephone of this petition a code was asked for; null: too long ago, or of another one. */
export function newTelephoneIn(form: string, { id }: { id: number }) {
  const asked = form ? encryption.decrypt<Asked>(form, ASKED.purpose) : null
  const phone = asked?.petition === id ? PhoneNumber.parse(asked.phone) : null
  return phone && { lot: asked!.lot, phone }
}

/**
 * The new telephone is in the hands that say so: from now on it is the petition's. The old one is told,
 * in the same transaction.
 *
 * @returns what was done; nothing twice
 * @throws Refusal when it is not this code, or it opens nothing any more
 */
export async function changeTelephone(
  petition: Petition,
  { lot, phone }: { lot: string; phone: PhoneNumber },
  code: string
) {
  const rule = await TelephoneCode.tried(lot, code)
  if (rule !== 'opens') throw new Refusal({ field: 'code', rule })
  return asItIsNow(petition, async (fresh, trx) => {
    const told = await toldOf(fresh, trx)
    if (told.phone === phone.e164) return 'telephoneChanged'
    // Before it is another one: whoever had it hears that it is not any more.
    await fresh.take({ kind: 'telephoneChanged', trx })
    const { phone: before } = told
    told.setPhone(phone)
    await told.save()
    await new TelephoneReplaced(fresh, before, told, trx).announce()
    return 'telephoneChanged'
  })
}
