import type db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { knowsThemselves } from './own.ts'

/** Narrows a query that knows `petitions` to those that are none of this officer's own. */
export function notOwn(query: ReturnType<typeof db.from>, officer: Officer) {
  if (!knowsThemselves(officer)) return query
  void query.leftJoin('petitioners', 'petitioners.petition_id', 'petitions.id')
  const own = {
    national_id_index: officer.nationalIdIndex,
    phone_index: officer.ownPhoneIndex,
  }
  for (const [column, index] of Object.entries(own)) {
    if (!index) continue
    const name = `petitioners.${column}`
    void query.where((other) => void other.whereNull(name).orWhereNot(name, index))
  }
  return query
}
