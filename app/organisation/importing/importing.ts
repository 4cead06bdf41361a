import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import type { Table } from '#shared/sheets/sheets'
import { administer, Overtaken } from '../changes/amend.ts'
import { differing, noteChange } from '../changes/change_log.ts'
import { LONGEST } from '../longest.ts'
import { Import } from '../models/import.ts'
import type { Officer } from '../models/officer.ts'
import { linesOf, tableOf, type Line } from './lines.ts'
import type { Book, Kept } from './list_in_file.ts'
import { columnsFor, listOf, type ListName } from './lists.ts'
import { Plan, type Planned } from './plan.ts'
import { noteImport, type Written } from './written.ts'

/** Hours in which what a file said can be confirmed, and days in which it can be undone. */
const TO_CONFIRM = { hours: 24 }
const TO_UNDO = { days: 30 }

/** Keeps what a file says until its officer has seen what it would do. @throws Refusal */
export async function beginImport(
  name: ListName,
  table: Table,
  { fileName, officer }: { fileName: string; officer: Officer }
) {
  const lines = linesOf(table, listOf(name))
  const readAt = DateTime.utc()
  const keepUntil = readAt.plus(TO_CONFIRM)
  const about = { authorityId: officer.authorityId, officerId: officer.id, sort: name }
  const said = { fileName: fileName.slice(0, LONGEST.imports.file_name), added: 0, amended: 0 }
  const row = { ...about, ...said, readAt, keepUntil, lines: JSON.stringify(lines) }
  return transaction((trx) => Import.create({ ...row, token: Import.token() }, { client: trx }))
}

/** What it would do now. */
export async function planFor(row: Import, officer: Officer, trx?: TransactionClientContract) {
  const lines = row.said as Line[]
  const words = lines.map((line) => line.words)
  const book = await listOf(row.sort).open({ officer, trx }, words)
  return { plan: await Plan.of(lines, book), book }
}

/**
 * Writes all that a file says, or nothing of it. Pressed twice it is done once.
 *
 * @param seen the digest of the plan that its officer saw
 * @param along what else belongs into the same transaction
 * @throws Overtaken when it would do something else by now; Refusal when a line is wrong
 */
export function confirmImport(
  { id }: Import,
  seen: string,
  officer: Officer,
  along: (ids: number[], trx: TransactionClientContract) => Promise<void> = async () => {}
) {
  return administer(async (trx) => {
    const row = await Import.findOrFail(id, { client: trx })
    if (!(await isMine(row, trx))) return Import.findOrFail(id, { client: trx })
    const { plan, book } = await planFor(row, officer, trx)
    if (plan.digest !== seen) throw new Overtaken()
    if (plan.isWrong) throw new Refusal({ field: 'lines', rule: 'wrong' })
    if (plan.writes === 0) throw new Refusal({ field: 'lines', rule: 'nothing' })
    const written = await writeAll(row, { plan, book }, officer, trx)
    await along(
      written.map((one) => one.id),
      trx
    )
    const { new: added, changed: amended } = plan.counts
    row.merge({ added, amended, lines: JSON.stringify(written) })
    row.merge({ doneAt: DateTime.utc(), keepUntil: DateTime.utc().plus(TO_UNDO) })
    await row.useTransaction(trx).save()
    await noteImport(row, 'added', officer, trx)
    return row
  })
}

/** The first who takes it: the other one's press waits for this transaction, and finds it done. */
async function isMine({ id }: Import, trx: TransactionClientContract) {
  const open = Import.query({ client: trx }).where({ id }).whereNull('done_at')
  const [taken] = await open.update({ done_at: stamp(DateTime.utc()) })
  return Boolean(taken)
}

interface Whole {
  plan: Plan
  book: Book<Kept, object>
}

async function writeAll(
  row: Import,
  { plan, book }: Whole,
  officer: Officer,
  trx: TransactionClientContract
) {
  const { thing } = listOf(row.sort)
  const order = book.inOrder?.(plan.lines.map(({ words }) => words)) ?? [...plan.lines.keys()]
  const written: Written[] = []
  for (const one of order.map((place) => plan.lines[place]!)) {
    if (one.state === 'same') continue
    const was = one.found ? book.wordsOf(one.found) : null
    const { id, version } = await writeOne(one, { row, book, thing }, officer, trx)
    written.push({ id, version, was })
  }
  return written
}

async function writeOne(
  { found, read }: Planned,
  {
    row,
    book,
    thing,
  }: { row: Import; book: Whole['book']; thing: ReturnType<typeof listOf>['thing'] },
  officer: Officer,
  trx: TransactionClientContract
) {
  const was = found ? book.factsOf(found) : {}
  const fields = differing(was, book.factsOf(read))
  const name = book.nameOf(read)
  const kept = await book.write(read, found, trx)
  if (book.isNoted) return kept
  const sort = found ? 'amended' : 'added'
  const { authorityId } = row
  const change = { authorityId, thing, thingId: kept.id, name, sort, fields } as const
  await noteChange(change, officer, trx)
  return kept
}

/** A list as it stands, as a file says it. */
export async function exported(name: ListName, officer: Officer): Promise<Table> {
  const list = listOf(name)
  const book = await list.open({ officer })
  return tableOf(
    book.rows.map((row) => book.wordsOf(row)),
    await columnsFor(name, officer)
  )
}
