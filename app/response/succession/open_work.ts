import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Charge, OPEN_STAGES, Petition } from '#intake'
import { officersOf, type Unit } from '#organisation'

/** More is said as "more than": nobody needs to know of how many by how much. */
export const COUNTED = 100

type Of = Pick<Unit, 'id' | 'authorityId'>

/** Petitions that a unit is in charge of, drafts and referrals among them, by the index of charges. */
export function openPetitionsOf(unit: Of, trx?: TransactionClientContract) {
  const query = Petition.query(trx ? { client: trx } : {})
    .where('petitions.authority_id', unit.authorityId)
    .whereIn('petitions.stage', [...OPEN_STAGES])
  return Charge.ofUnit(query, unit.id)
}

/** What there is to be done at a unit: so many petitions at most as are counted, and its people. */
export async function openWorkOf(unit: Of, trx?: TransactionClientContract) {
  const petitions = await openPetitionsOf(unit, trx)
    .select('petitions.id')
    .limit(COUNTED + 1)
  const officers = await officersOf(unit, trx).select('id')
  return { petitions: petitions.length, officers: officers.length }
}
