import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Place } from '../postings/scopes.ts'
import type { Clue } from './clue.ts'

/** One posting's range of the index, and what else must stand beside what it finds. */
export interface Sought extends Place {
  beside: readonly Clue[]
}

/**
 * What a petition that is seen gives: 1 when all that is looked for stands there, else 2. Each term is
 * asked for by itself: of several in one condition MariaDB goes through all that have one of them.
 */
export function besideIt(id: string, { scope, beside }: Sought) {
  const there = beside.map((terms) => `(${terms.map(() => `exists (${ITS})`).join(' or ')})`)
  if (there.length === 0) return db.raw('1')
  const sql = `case when ${there.join(' and ')} then 1 else 2 end`
  const values = beside.flat().flatMap((term) => [scope, term])
  return db.raw(sql.replaceAll('PETITION', id), values)
}

const ITS = `select 1 from search_postings as other
  where other.scope = ? and other.term = ? and other.petition_id = PETITION`

/** A posting may be older than what was corrected since: a tip-off is found in its own scopes alone. */
export function ofItsScope(query: DatabaseQueryBuilderContract, { isOfTipOffs, desks }: Sought) {
  if (isOfTipOffs) query.where('petitions.kind', 'tipOff')
  else query.whereNot('petitions.kind', 'tipOff')
  if (desks) query.whereIn('petitions.desk', [...desks])
}
