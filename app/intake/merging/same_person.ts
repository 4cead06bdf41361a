import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { Petition } from '../models/petition.ts'
import { Petitioner } from '../models/petitioner.ts'
import { isOnePerson } from '../own/own.ts'
import { readableIn } from '../people/readable_in.ts'
import { OPEN_STAGES } from '../stages.ts'

/** So many of one telephone or number are looked at, the newest. */
const LOOKED_AT = 100
/** So many stand on the page: another one is reached by its number. */
const MOST_OFFERED = 20
const INDEXES = ['phone_index', 'national_id_index'] as const

/** Whether both were brought by one person, as far as telephone or identity number say so. */
export async function isOfOnePerson(one: Petition, other: Petition) {
  const people = await Petitioner.query().whereIn('petition_id', [one.id, other.id])
  const [first, second] = people
  return Boolean(first && second && isOnePerson(first, second))
}

/**
 * Other open petitions of whoever brought this one, of those that this officer may see, the oldest first;
 * `more`: these are only the newest, and others may be there.
 */
export async function othersOf(petition: Petition, officer: Officer) {
  const person = await Petitioner.findBy('petitionId', petition.id)
  if (!person || petition.hidesPetitionerFrom(officer)) return { others: [], more: false }
  const { ids, isCut } = await idsOf(person)
  ids.delete(petition.id)
  const seen = await readableIn([...ids], officer)
  if (seen.size === 0) return { others: [], more: isCut }
  const found = await Petition.query()
    .whereIn('stage', [...OPEN_STAGES])
    .whereIn('id', [...seen])
    .orderBy('id', 'desc')
    .limit(MOST_OFFERED + 1)
  const others = found.slice(0, MOST_OFFERED).toReversed()
  return { others, more: isCut || found.length > others.length }
}

/** What came by one telephone or number, this one among it; `isCut`: older ones were not looked at. */
async function idsOf(person: Petitioner) {
  const keys = { phone_index: person.phoneIndex, national_id_index: person.nationalIdIndex }
  const ids = new Set<number>()
  let isCut = false
  for (const index of INDEXES) {
    if (keys[index] === null) continue
    const rows = await db
      .from('petitioners')
      .where(index, keys[index])
      .orderBy('petition_id', 'desc')
      .limit(LOOKED_AT)
      .select('petition_id', 'phone_index', 'national_id_index')
    isCut ||= rows.length === LOOKED_AT
    for (const row of rows) {
      const other = { phoneIndex: row.phone_index, nationalIdIndex: row.national_id_index }
      if (isOnePerson(person, other)) ids.add(row.petition_id as number)
    }
  }
  return { ids, isCut }
}
