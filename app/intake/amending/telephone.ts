import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Officer, Unit } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { TelephoneReplaced } from '../events.ts'
import { Amendment } from '../models/amendment.ts'
import type { Petition } from '../models/petition.ts'
import type { Petitioner } from '../models/petitioner.ts'
import { renewSecret } from '../secret/renewal.ts'
import type { Recorded } from './record/recorded.ts'

/**
 * The desk corrects a telephone: whoever has the old one hears that it is not the petition's any more,
 * and whoever has the new one gets a code of its own, since the old one may lie with a stranger.
 *
 * @returns the new secret, this once
 * @throws Refusal when it was renewed too often today
 */
export async function correctTelephone(
  petition: Petition,
  petitioner: Petitioner,
  { before, said }: { before: Recorded; said: Recorded },
  { officer, unit }: { officer: Officer; unit: Unit },
  trx: TransactionClientContract
) {
  const replaced = petitioner.phone
  await petition.take({
    ...{ kind: 'telephoneAmended', officer, unit, trx },
    alongside: (step) => Amendment.write(step, ['phone'], before, trx),
  })
  // Only now: whoever had it hears of it.
  petitioner.setPhone(said.phone ? PhoneNumber.parse(said.phone) : null)
  await petitioner.save()
  await new TelephoneReplaced(petition, replaced, petitioner, trx).announce()
  return renewSecret(petition, officer, trx)
}
