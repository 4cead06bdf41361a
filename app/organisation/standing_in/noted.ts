import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { noteChange, type Author, type Facts } from '../changes/change_log.ts'
import type { Officer } from '../models/officer.ts'
import type { Substitution } from '../models/substitution.ts'

/** Keeps that somebody was named, or that it was ended. */
export function noteSubstitution(
  { id: thingId, authorityId, firstDay, lastDay }: Substitution,
  { absent, substitute }: { absent: Officer; substitute: Officer },
  sort: 'added' | 'closed',
  author: Author,
  trx: TransactionClientContract
) {
  const days: Facts = { firstDay: firstDay.toISODate(), lastDay: lastDay.toISODate() }
  const facts = { absent: absent.name, substitute: substitute.name, ...days }
  const fields = Object.entries(facts).map(([field, value]) =>
    sort === 'added' ? { field, was: null, is: value } : { field, was: value, is: null }
  )
  const name = `${absent.name} – ${substitute.name}`
  const about = { authorityId, thing: 'substitution', thingId, name, sort, fields } as const
  return noteChange(about, author, trx)
}
