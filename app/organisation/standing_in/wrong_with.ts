import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import type { Reason } from '#shared/typed/problems'
import type { Officer } from '../models/officer.ts'
import { Substitution } from '../models/substitution.ts'
import { seesPetitions } from '../role.ts'

/** Who is away, who stands in, and from which day to which. */
export interface Naming {
  absent: Officer
  substitute: Officer
  firstDay: DateTime
  lastDay: DateTime
}

/** What these two cannot be to each other. */
export function wrongWith({ absent, substitute, lastDay }: Naming, by: Officer): (Reason | null)[] {
  const worksUntil = ({ leftOn }: Officer) =>
    leftOn === null || leftOn.toISODate()! > lastDay.toISODate()!
  const wrong = (field: string, rule: string, isSo: boolean): Reason | null =>
    isSo ? { field, rule } : null
  const sees = absent.ownRoles.some(seesPetitions)
  const gives = sees && !substitute.ownRoles.some(seesPetitions)
  return [
    wrong('absent', 'left', !worksUntil(absent)),
    wrong('absent', 'noRoles', absent.ownRoles.length === 0),
    wrong('substitute', 'same', absent.id === substitute.id),
    // Nobody raises themselves.
    wrong('substitute', 'own', by.id === substitute.id && absent.id !== by.id),
    wrong('substitute', 'left', !worksUntil(substitute)),
    wrong('substitute', 'foreign', absent.authorityId !== substitute.authorityId),
    // Who sees no petition yet is let in by whoever may, never by the machine room.
    wrong('substitute', 'appoint', gives && !by.can('officers.appoint')),
  ]
}

/** One stands in for somebody at a time, and nobody who is away: no chain begins. */
export async function wrongWithDays(
  { absent, substitute, firstDay, lastDay }: Naming,
  trx: TransactionClientContract
) {
  const meeting = (id: number) =>
    Substitution.query({ client: trx })
      .where('officer_id', id)
      .where('last_day', '>=', firstDay.toISODate()!)
      .where('first_day', '<=', lastDay.toISODate()!)
      .whereNull('ended_at')
      .first()
  return [
    (await meeting(absent.id)) ? { field: 'firstDay', rule: 'taken' } : null,
    (await meeting(substitute.id)) ? { field: 'substitute', rule: 'away' } : null,
  ]
}
