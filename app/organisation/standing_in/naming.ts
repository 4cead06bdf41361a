import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { refuseFor } from '#shared/typed/problems'
import { administer } from '../changes/amend.ts'
import { Officer } from '../models/officer.ts'
import { Substitution } from '../models/substitution.ts'
import { noteSubstitution } from './noted.ts'
import { wrongWith, wrongWithDays, type Naming } from './wrong_with.ts'

/**
 * Somebody stands in for somebody else of the same authority.
 *
 * @throws Refusal with what is in the way
 */
export function nameSubstitute({ firstDay, lastDay, ...named }: Naming, by: Officer) {
  return administer(async (trx) => {
    const people = await locked([named.absent.id, named.substitute.id], trx)
    const absent = people.get(named.absent.id)!
    const substitute = people.get(named.substitute.id)!
    const asked = { absent, substitute, firstDay, lastDay }
    refuseFor(...wrongWith(asked, by), ...(await wrongWithDays(asked, trx)))
    const who = { authorityId: absent.authorityId, officerId: absent.id }
    const naming = { namedBy: by.id, namedAt: DateTime.utc(), endedBy: null, endedAt: null }
    const row = await Substitution.create(
      { ...who, substituteId: substitute.id, firstDay, lastDay, version: 1, ...naming },
      { client: trx }
    )
    await noteSubstitution(row, { absent, substitute }, 'added', by, trx)
    return row
  })
}

/** Both, as they are now: of two who name at once the second sees what the first wrote. */
async function locked(ids: number[], trx: TransactionClientContract) {
  const found = await Officer.query({ client: trx })
    .whereIn('id', ids)
    .orderBy('id')
    .preload('officerRoles')
    .forUpdate()
  return new Map(found.map((one) => [one.id, one]))
}
