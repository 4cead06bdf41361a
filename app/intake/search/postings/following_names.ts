import { DateTime } from 'luxon'
import { Catalogue, nextRenamed, type Renamed } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { Charge } from '../../charge.ts'
import { writeEntries } from './entry.ts'
import { knowCatalogues } from './following.ts'
import { mark as marks } from './mark.ts'
import { readEntries } from './reading.ts'

/** Petitions that are looked at in one transaction, by their ids; those of the thing are written anew. */
const A_PIECE = 200

interface Row {
  id: number
  authority_id: number
  subject_id: number | null
  unit_id: number
  desk: string
}

/**
 * Petitions are found under the names of their subject and of the unit in charge: where one is called
 * otherwise, they are written anew, a piece at a time. Killed anywhere, the next call goes on.
 *
 * @returns whether there may be more
 */
export async function followNames(now: DateTime = DateTime.utc()) {
  await knowCatalogues()
  return transaction(async (trx) => {
    const mark = await marks.locked(trx)
    if (!mark) return false
    const { lookedTo, renamed, isMore } = await nextRenamed(mark.change_id, now, trx)
    if (!renamed) {
      if (lookedTo > mark.change_id) await marks.move({ change_id: lookedTo }, trx)
      return isMore
    }
    const next = trx.from('petitions').where('id', '>', mark.renamed_to).orderBy('id')
    const columns = ['id', 'authority_id', 'subject_id', 'unit_id', 'desk']
    const rows = (await next.limit(A_PIECE).select(...columns)) as Row[]
    const its = await Promise.all(rows.map((row) => isOf(row, renamed)))
    const ids = rows.filter((_, at) => its[at]).map(({ id }) => id)
    if (ids.length > 0) await writeEntries(await readEntries(ids, trx), trx)
    const isOver = rows.length < A_PIECE
    const to = isOver
      ? { change_id: renamed.change, renamed_to: 0 }
      : { renamed_to: rows.at(-1)!.id }
    await marks.move(to, trx)
    return true
  })
}

async function isOf(row: Row, { what, id }: Renamed) {
  if (what === 'subject') return row.subject_id === id
  const catalogue = await Catalogue.of(row.authority_id)
  return new Charge({ unitId: row.unit_id, desk: row.desk }, catalogue).unit.id === id
}
