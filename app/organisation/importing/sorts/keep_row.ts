import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { writeUnchanged } from '../../changes/amend.ts'
import type { Kept } from '../list_in_file.ts'

/** Writes what a line says: over the row that was found, or as a new one. @throws Overtaken */
export async function keepRow<Row extends LucidRow & Kept>(
  row: Row,
  said: object,
  trx: TransactionClientContract
) {
  const seen = row.version
  row.merge(said as never)
  if (row.$isPersisted) await writeUnchanged(row, seen, trx)
  else {
    row.version = 1
    await row.useTransaction(trx).save()
  }
  return row
}
