import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Words } from '#shared/typed/typed'
import { noteChange } from '../changes/change_log.ts'
import type { Import } from '../models/import.ts'
import type { Officer } from '../models/officer.ts'
import { listOf } from './lists.ts'

/** A row that an import wrote: as it left it, and what a file would have said of it before. */
export interface Written {
  id: number
  version: number
  /** null: it was not there */
  was: Words | null
}

/** One row of the list of changes for the file itself, beside those of its lines. */
export function noteImport(
  { id, authorityId, fileName, sort, added, amended }: Import,
  what: 'added' | 'undone',
  officer: Officer,
  trx: TransactionClientContract
) {
  const fields = [
    { field: 'list', was: null, is: listOf(sort).title },
    { field: 'linesAdded', was: null, is: String(added) },
    { field: 'linesAmended', was: null, is: String(amended) },
  ]
  const about = { authorityId, thing: 'import', thingId: id, name: fileName, sort: what } as const
  return noteChange({ ...about, fields }, officer, trx)
}
