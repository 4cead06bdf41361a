import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { Petition } from '../models/petition.ts'
import { Petitioner } from '../models/petitioner.ts'
import { isOnePerson } from '../own/own.ts'
import { readableIn } from '../people/readable_in.ts'
import { OPEN_STAGES } from '../stages.ts'

/** So many of one telephone or number are looked at. */
const MOST = 20
const INDEXES = ['phone_index', 'national_id_index'] as const

/** Whether both were brought by one person, as far as telephone or identity number say so. */
export async function isOfOnePerson(one: Petition, other: Petition) {
  const people = await Petitioner.query().whereIn('petition_id', [one.id, other.id])
  const [first, second] = people
  return Boolean(first && second && isOnePerson(first, second))
}

/** Other open petitions of whoever brought this one, of those that this officer may see. */
export async function othersOf(petition: Petition, officer: Officer) {
  const person = await Petitioner.findBy('petitionId', petition.id)
  if (!person || petition.hidesPetitionerFrom(officer)) return []
  const keys = { phone_index: person.phoneIndex, national_id_index: person.nationalIdIndex }
  const ids = new Set<number>()
  for (const index of INDEXES) {
    if (keys[index] === null) continue
    const rows = await db
      .from('petitioners')
      .where(index, keys[index])
      .orderBy('petition_id', 'desc')
      .limit(MOST)
      .select('petition_id', 'phone_index', 'national_id_index')
    for (const row of rows) {
      const other = { phoneIndex: row.phone_index, nationalIdIndex: row.national_id_index }
      if (isOnePerson(person, other)) ids.add(row.petition_id as number)
    }
  }
  ids.delete(petition.id)
  const seen = await readableIn([...ids], officer)
  const open = Petition.query().whereIn('stage', [...OPEN_STAGES])
  return seen.size > 0
    ? open
        .whereIn('id', [...seen])
        .orderBy('id')
        .limit(MOST)
    : []
}
