import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Officer, type Installation, type Role } from '#organisation'
import type { Petition } from '../../models/petition.ts'
import { seesNow } from '../../reminding/sees_now.ts'
import type { Standing } from '../../visibility.ts'
import type { ObjectionLevel } from './level.ts'

const ROLE: Record<ObjectionLevel, Role> = {
  head: 'unitHead',
  chief: 'bureauChief',
  manager: 'manager',
  above: 'manager',
}
/** So many are looked at: no office has more heads. */
const MOST = 20

/** The petition, the unit that answered, and who is left out. */
export interface Placed {
  petition: Petition
  unitId: number
  /** who gave the answer, and does not decide; null: nobody is left out */
  givenBy: number | null
  /** read before there is a transaction */
  installation: Installation
}

/**
 * The authority in which somebody works at this level who sees the petition and did not bring it; null:
 * there is none.
 */
export async function mannedAt(
  level: ObjectionLevel,
  { petition, unitId, givenBy, installation }: Placed,
  trx: TransactionClientContract
) {
  const own = petition.authorityId
  const ids = level === 'above' ? installation.above(own).map(({ id }) => id) : [own]
  for (const id of ids) {
    const of = { authorityId: id, roles: [ROLE[level]], ...(level === 'head' && { unitId }) }
    for (const one of await Officer.atWork(of, trx).preload('officerRoles').limit(MOST)) {
      if (one.can('petition.seeBelow')) one.below = installation.below(id)
      if (one.id === givenBy || !seesNow(one, petition as Standing)) continue
      await petition.knowOwner(one)
      if (!petition.isOwnOf(one)) return id
    }
  }
  return null
}
