import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { Refusal } from '#shared/typed/problems'
import { Form, type Words } from '#shared/typed/typed'
import { administer } from '../changes/amend.ts'
import { noteChange } from '../changes/change_log.ts'
import { Import } from '../models/import.ts'
import type { Officer } from '../models/officer.ts'
import type { Book, Kept } from './list_in_file.ts'
import { listOf } from './lists.ts'
import { noteImport, type Written } from './written.ts'

/** What a foreign key says when something stands on the row. */
const LEANS = [
  'ER_ROW_IS_REFERENCED_2',
  'SQLITE_CONSTRAINT_FOREIGNKEY',
  'SQLITE_CONSTRAINT_TRIGGER',
]

/**
 * Takes back all that an import wrote, or nothing: what it added goes, what it changed is as it was.
 *
 * @throws Refusal when somebody changed one of these rows since, or something leans on one
 */
export function undoImport({ id }: Import, officer: Officer) {
  return administer(async (trx) => {
    const row = await Import.findOrFail(id, { client: trx })
    if (!(await isMine(row, trx))) return row
    const { thing, open } = listOf(row.sort)
    const written = (row.said as Written[]).toReversed()
    for (const part of [written.filter(({ was }) => !was), written.filter(({ was }) => was)]) {
      // Opened anew: what was taken away no longer stands in the way of what comes back.
      const book = await open({ officer, trx })
      for (const one of part) {
        const name = await takeBack(one, book, trx)
        const change = { authorityId: row.authorityId, thing, thingId: one.id, name } as const
        await noteChange({ ...change, sort: 'undone' }, officer, trx)
      }
    }
    await noteImport(row, 'undone', officer, trx)
    return row
  })
}

async function isMine({ id }: Import, trx: TransactionClientContract) {
  const done = Import.query({ client: trx }).where({ id }).whereNotNull('done_at')
  const [taken] = await done.whereNull('undone_at').update({ undone_at: stamp(DateTime.utc()) })
  return Boolean(taken)
}

async function takeBack(
  { id, version, was }: Written,
  book: Book<Kept, object>,
  trx: TransactionClientContract
) {
  const row = book.rows.find((one) => one.id === id)
  const name = row ? book.nameOf(row) : ''
  if (row?.version !== version) throw wrong('touched', name)
  if (was) {
    await book.write(readAgain(was, row, book), row, trx)
    return name
  }
  try {
    await book.remove(id, trx)
  } catch (error) {
    if (!LEANS.includes((error as { code?: string }).code ?? '')) throw error
    throw wrong('leans', name)
  }
  return name
}

/** What stood there before; two rows that changed their names with each other stand in no one's way. */
function readAgain(was: Words, row: Kept, book: Book<Kept, object>) {
  const form = new Form(was)
  const read = book.read(form, row)
  if (form.reasons.some(({ rule }) => rule !== 'taken')) throw wrong('leans', book.nameOf(row))
  return read
}

function wrong(rule: 'touched' | 'leans', name: string) {
  return new Refusal({ field: 'undo', rule, values: { name } })
}
