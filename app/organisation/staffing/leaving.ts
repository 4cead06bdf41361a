import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { today } from '#shared/dates/turkish_date'
import { refuseFor } from '#shared/typed/problems'
import { writeUnchanged } from '../changes/amend.ts'
import { noteChange, type Author } from '../changes/change_log.ts'
import { Officer } from '../models/officer.ts'
import { withdrawFrom } from '../passwords/handing_over.ts'
import { seesPetitions } from '../role.ts'
import { demandOthers } from './appointing.ts'
import { aboutOfficer } from './officer_facts.ts'

interface Leaving {
  /** from this day on nothing opens */
  day: DateTime
  /** who takes the drafts on that day */
  heir: Officer | null
  /** the version that the form showed */
  seen: number
}

/**
 * Ayrılış: from a day on somebody no longer works here; what was done stays with the name.
 *
 * @throws Overtaken; Refusal for the last one who can keep the office
 */
export async function leave(
  officer: Officer,
  { day, heir, seen }: Leaving,
  author: Author,
  trx: TransactionClientContract
) {
  const was = officer.leftOn?.toISODate() ?? null
  Object.assign(officer, { leftOn: day, draftsTo: heir?.id ?? null })
  await writeUnchanged(officer, seen, trx)
  await demandOthers(officer, officer.roles, trx)
  await withdrawFrom(officer, trx)
  const fields = [
    { field: 'leftOn', was, is: day.toISODate()! },
    ...(heir ? [{ field: 'draftsTo', was: null, is: heir.name }] : []),
  ]
  await noteChange({ ...aboutOfficer(officer), sort: 'closed', fields }, author, trx)
}

/**
 * Dönüş: works here again, with the roles of then.
 *
 * @throws Overtaken; Refusal where the roles see petitions and whoever asks may not give them
 */
export async function comeBack(
  officer: Officer,
  seen: number,
  author: Officer | null,
  trx: TransactionClientContract
) {
  const gives = !officer.works && officer.roles.some(seesPetitions)
  const mayGive = author === null || author.can('officers.appoint')
  refuseFor(gives && !mayGive ? { field: 'roles', rule: 'appoint' } : null)
  const was = officer.leftOn?.toISODate() ?? null
  Object.assign(officer, { leftOn: null, draftsTo: null })
  await writeUnchanged(officer, seen, trx)
  const fields = [{ field: 'leftOn', was, is: null }]
  await noteChange({ ...aboutOfficer(officer), sort: 'reopened', fields }, author, trx)
}

/** Those who have left by now, and whose drafts somebody is to take. */
export function leftWithDrafts() {
  return Officer.query()
    .whereNotNull('drafts_to')
    .where('left_on', '<=', today().toISODate()!)
    .orderBy('id')
    .limit(PIECE)
}

/** Those who left of late: of all who ever left nobody asks every hour. */
export function leftLately() {
  const now = today()
  return Officer.query()
    .whereBetween('left_on', [now.minus(LATELY).toISODate()!, now.toISODate()!])
    .orderBy('id')
}

/** Who takes them: null where that person has left meanwhile. */
export async function heirOf({ draftsTo }: Officer, trx: TransactionClientContract) {
  const heir = draftsTo && (await Officer.find(draftsTo, { client: trx }))
  return heir && heir.works ? heir : null
}

/** Nothing is left to be taken. */
export async function draftsAreTaken({ id }: Officer, trx: TransactionClientContract) {
  await Officer.query({ client: trx }).where('id', id).update({ drafts_to: null })
}

const PIECE = 100
const LATELY = { days: 30 }
