import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Charge, Objection, type Petition } from '#intake'
import { Catalogue } from '#organisation'
import { demandPartsIn } from '#routing'
import { Refusal } from '#shared/typed/problems'
import { demandWayOn } from '../../contacts/demand_way_on.ts'
import { Answer } from '../../models/answer.ts'
import { mayBeInWave } from '../eligible.ts'
import { apartIn } from '../words/apart.ts'
import type { Core } from '../words/core.ts'

/** Why a petition is left for a person although its wave is answered; a word of the language files. */
type Left = 'alone' | 'apart' | 'added' | 'drafted' | 'passed' | 'unseen' | 'waits'

/** Why this one is not answered with its wave, as it is at this moment; null: it is. */
export async function leftFor(
  petition: Petition,
  { unitId, core, hasMore }: { unitId: number; core: Core; hasMore: boolean },
  trx: TransactionClientContract
): Promise<Left | null> {
  const catalogue = await Catalogue.of(petition.authorityId)
  const { unit } = new Charge(petition, catalogue)
  if (unit.id !== unitId || !petition.isOpen) return 'passed'
  if (!mayBeInWave(petition, catalogue)) return 'alone'
  if (apartIn(petition.text, core)) return 'apart'
  if (petition.unreadBy !== 'nobody') return 'added'
  if (!hasMore) return null
  if (await Objection.of(petition, trx)) return 'alone'
  const own = Answer.query({ client: trx }).where({ petition_id: petition.id, unit_id: unitId })
  if (await own.first()) return 'drafted'
  try {
    await demandPartsIn(petition, trx)
    await demandWayOn(petition, trx)
    return null
  } catch (error) {
    if (error instanceof Refusal) return 'waits'
    throw error
  }
}
