import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { refuseFor, type Reason } from '#shared/typed/problems'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { noteChange, type Author, type Facts } from '../changes/change_log.ts'
import { Officer } from '../models/officer.ts'
import { Substitution } from '../models/substitution.ts'
import { seesPetitions } from '../role.ts'

/** Who is away, who stands in, and on which days. */
export interface Naming {
  absent: Officer
  substitute: Officer
  firstDay: DateTime
  lastDay: DateTime
}

/**
 * Somebody stands in for somebody else of the same authority.
 *
 * @throws Refusal with what is in the way
 */
export function nameSubstitute(naming: Naming, by: Officer) {
  return administer(async (trx) => {
    const people = await locked([naming.absent.id, naming.substitute.id], trx)
    const absent = people.get(naming.absent.id)!
    const substitute = people.get(naming.substitute.id)!
    const { firstDay, lastDay } = naming
    const asked = { absent, substitute, firstDay, lastDay }
    refuseFor(...wrongWith(asked, by), ...(await wrongWithDays(asked, trx)))
    const row = await Substitution.create(
      {
        ...{ authorityId: absent.authorityId, officerId: absent.id },
        ...{ substituteId: substitute.id, firstDay, lastDay, version: 1 },
        ...{ namedBy: by.id, namedAt: DateTime.utc(), endedBy: null, endedAt: null },
      },
      { client: trx }
    )
    const is = { absent: absent.name, substitute: substitute.name, ...daysOf(row) }
    await note(row, { absent, substitute }, { sort: 'added', is }, by, trx)
    return row
  })
}

/** It ends at once, or before it has begun. @throws Overtaken */
export function endSubstitution(row: Substitution, seen: number, by: Officer) {
  return administer(async (trx) => {
    Object.assign(row, { endedBy: by.id, endedAt: DateTime.utc() })
    await writeUnchanged(row, seen, trx)
    const people = { absent: row.officer, substitute: row.substitute }
    await note(row, people, { sort: 'closed', is: daysOf(row) }, by, trx)
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

/** What these two cannot be to each other. */
function wrongWith({ absent, substitute, lastDay }: Naming, by: Officer): (Reason | null)[] {
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
async function wrongWithDays({ absent, substitute, firstDay, lastDay }: Naming, trx: Trx) {
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
type Trx = TransactionClientContract

function daysOf({ firstDay, lastDay }: Substitution) {
  return { firstDay: firstDay.toISODate()!, lastDay: lastDay.toISODate()! }
}

function note(
  { id: thingId, authorityId }: Substitution,
  { absent, substitute }: { absent: Officer; substitute: Officer },
  { sort, is }: { sort: 'added' | 'closed'; is: Facts },
  author: Author,
  trx: Trx
) {
  const isOver = sort === 'closed'
  const fields = Object.entries(is).map(([field, value]) =>
    isOver ? { field, was: value, is: null } : { field, was: null, is: value }
  )
  const name = `${absent.name} – ${substitute.name}`
  const about = { authorityId, thing: 'substitution', thingId, name, sort, fields } as const
  return noteChange(about, author, trx)
}
