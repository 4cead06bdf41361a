import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { today } from '#shared/dates/turkish_date'
import { installation } from '../addresses/site.ts'
import type { Authority } from '../models/authority.ts'
import { type Officer, OfficerRole } from '../models/officer.ts'
import { permits, ROLES } from '../role.ts'

const NAMERS = ROLES.filter((role) => permits([role], 'officers.appoint'))

/**
 * Sorumlusu olmayan makamlar: authorities below this officer's own in which nobody with an own password
 * names others yet. Whoever names people above staffs them until then, and not a day longer.
 */
export async function leaderlessBelow(by: Officer, trx?: TransactionClientContract) {
  if (!by.can('officers.appoint')) return []
  const below = (await installation()).below(by.authorityId)
  if (below.length === 0) return []
  const led = await ledOf(below, trx)
  return below.filter(({ id }) => !led.has(id))
}

async function ledOf(offices: readonly Authority[], trx?: TransactionClientContract) {
  const ids = offices.map(({ id }) => id)
  const rows: { authority_id: number }[] = await OfficerRole.query({ client: trx })
    .join('officers', 'officers.id', 'officer_roles.officer_id')
    .whereIn('officer_roles.role', NAMERS)
    .whereIn('officers.authority_id', ids)
    .where('officers.password_version', '>', 0)
    .whereNull('officers.password_until')
    .where((here) => {
      void here.whereNull('officers.left_on').orWhere('officers.left_on', '>', today().toISODate()!)
    })
    .distinct('officers.authority_id')
    .pojo()
  return new Set(rows.map((row) => row.authority_id))
}
