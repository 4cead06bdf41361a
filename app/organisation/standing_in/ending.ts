import { DateTime } from 'luxon'
import { administer, writeUnchanged } from '../changes/amend.ts'
import type { Officer } from '../models/officer.ts'
import type { Substitution } from '../models/substitution.ts'
import { noteSubstitution } from './noted.ts'

/** It ends at once, or before it has begun; nothing where it is over. @throws Overtaken */
export async function endSubstitution(row: Substitution, seen: number, by: Officer) {
  if (!row.isOpen) return
  await administer(async (trx) => {
    Object.assign(row, { endedBy: by.id, endedAt: DateTime.utc() })
    await writeUnchanged(row, seen, trx)
    const people = { absent: row.officer, substitute: row.substitute }
    await noteSubstitution(row, people, 'closed', by, trx)
  })
}
