import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Step, type Petition, type Told } from '#intake'
import { stamp } from '#shared/dates/stored'
import { today } from '#shared/dates/turkish_date'
import { Silence } from '../models/silence.ts'

/** So many a day an officer sends of one petition; a person's own daily limit holds besides. */
export const MOST_A_DAY = 2

/**
 * Why no ready text goes to whoever is told of this petition; null: one may. Of a tip-off none ever does:
 * who holds the telephone would learn that there is one.
 */
export async function whyNot(petition: Petition, told: Told, trx?: TransactionClientContract) {
  if (petition.kind === 'tipOff') return 'tipOff'
  if (!told.phone) return 'noPhone'
  if (told.declinesTexts) return 'declined'
  if (await Silence.of(petition, told.phone, trx).first()) return 'silent'
  const sent = await Step.query({ client: trx })
    .where({ petition_id: petition.id, kind: 'texted' })
    .where('taken_at', '>=', stamp(today()))
    .limit(MOST_A_DAY)
  return sent.length < MOST_A_DAY ? null : 'most'
}
