import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { union } from '#shared/database/union'
import { sealedColumn } from '#shared/sealed'
import { TOLD as ROLES, type ToldPerson as Role } from '../brought/words.ts'
import type { Brought } from './person.ts'
import type { By, Sought } from './sought.ts'

const TABLES = { petitioner: 'petitioners', representative: 'representatives' } as const
const INDEXES = ['name_index', 'phone_index', 'national_id_index']

/** What those who are found so brought, for themselves or for others: the newest, so many, whoever may see it. */
export async function newestOf(officer: Officer, sought: Sought, most: number) {
  const rows: Brought[] = await union(ROLES.map((role) => piece(officer, role, sought, most)))
  const newest = rows.sort((one, other) => other.petition_id - one.petition_id).slice(0, most)
  return newest.map((row) => ({ ...row, name: nameIn(row) }))
}

function piece({ authorityId }: Officer, role: Role, { by, index }: Sought, most: number) {
  return (
    db
      .from(TABLES[role])
      .where(where(by, index, authorityId))
      .orderBy('petition_id', 'desc')
      .limit(most)
      .select('petition_id', 'name', ...INDEXES, db.raw(`'${role}' as role`))
      // Of who speaks for another none is written down.
      .select(role === 'petitioner' ? 'address' : db.raw('null as address'))
  )
}

/** A representative's is sealed. */
function nameIn({ role, name }: Brought) {
  return role === 'petitioner' ? name : sealedColumn.consume(name)
}

function where(by: By, index: string, authorityId: number) {
  if (by === 'name') return { authority_id: authorityId, name_index: index }
  return by === 'phone' ? { phone_index: index } : { national_id_index: index }
}
