import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Officer, Unit } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { toldOf } from '../brought/told.ts'
import { TelephoneReplaced } from '../events.ts'
import { Amendment } from '../models/amendment.ts'
import type { Petition } from '../models/petition.ts'
import type { Petitioner } from '../models/petitioner.ts'
import { renewSecret } from '../secret/renewal.ts'
import { differing, type Recorded } from './record/fields.ts'
import { correctSpeaker } from './speaker.ts'

interface Correction {
  before: Recorded
  said: Recorded
}

const OF_TELEPHONE: readonly string[] = ['phone', 'representativePhone', 'told']

/** Those fields by which another telephone is told of the petition; none where it is the same. */
export function renumbering(before: Recorded, said: Recorded) {
  if (phoneTold(before) === phoneTold(said)) return []
  return differing(before, said).filter((field) => OF_TELEPHONE.includes(field))
}

/**
 * The desk corrects who is told, and where: whoever has the old telephone hears that it is not the
 * petition's any more, and whoever is told now gets a code of their own, since the old one may lie with
 * a stranger. Of a telephone that nobody is told on nobody hears.
 *
 * @returns the new secret, this once; null where the same person is told at the same telephone
 * @throws Refusal when it was renewed too often today
 */
export async function correctTold(
  petition: Petition,
  petitioner: Petitioner,
  { before, said }: Correction,
  { officer, unit }: { officer: Officer; unit: Unit },
  trx: TransactionClientContract
) {
  const renumbered = renumbering(before, said)
  if (renumbered.length > 0) {
    await petition.take({
      ...{ kind: 'telephoneAmended', officer, unit, trx },
      alongside: (step) => Amendment.write(step, renumbered, before, trx),
    })
  }
  // Only now: whoever was told until here hears of it.
  petitioner.setPhone(said.phone ? PhoneNumber.parse(said.phone) : null)
  petitioner.told = said.told === 'representative' ? 'representative' : 'petitioner'
  await petitioner.save()
  await correctSpeaker(petition, said, trx)
  if (renumbered.length > 0) {
    const told = await toldOf(petition, trx)
    await new TelephoneReplaced(petition, phoneTold(before) || null, told, trx).announce()
  }
  const isTheSame = renumbered.length === 0 && before.told === said.told
  return isTheSame ? null : renewSecret(petition, officer, trx)
}

function phoneTold({ told, phone, representativePhone }: Recorded) {
  return told === 'representative' ? representativePhone : phone
}
