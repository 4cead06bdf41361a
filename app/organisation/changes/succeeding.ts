import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { ChangeSort, Thing } from '../models/change.ts'
import type { Officer } from '../models/officer.ts'
import { writeUnchanged } from './amend.ts'
import { differing, type Facts, noteChange } from './change_log.ts'

/** A row that never says anything else: whoever changes it closes it, and another one takes its place. */
type Row = LucidRow & {
  id: number
  version: number
  firstId: number | null
  closedAt: DateTime | null
}

/** How rows of one sort are written, and what of them the log of changes says. */
export interface Sort<T extends Row> {
  model: LucidModel & { new (): T }
  thing: Thing
  factsOf: (row: T) => Facts
  nameOf: (row: T) => string
}

/** The row that a form showed, with its version; none: the first one. */
export interface Seen<T> {
  rule: T | null
  version: number
}

/** The first of the rows of which this one is the latest, for what was changed of it. */
export function firstOf({ firstId, id }: Pick<Row, 'firstId' | 'id'>) {
  return firstId ?? id
}

/**
 * From now on this row counts: the one before is closed and this one entered.
 *
 * @throws Overtaken
 */
export async function succeed<T extends Row>(
  sort: Sort<T>,
  said: Partial<T>,
  { rule: before, version }: Seen<T>,
  officer: Officer,
  trx: TransactionClientContract
) {
  if (before) await close(before, version, trx)
  const firstId = before && firstOf(before)
  const own = { authorityId: officer.authorityId, firstId, version: 1 }
  const row = (await sort.model.create({ ...said, ...own } as never, { client: trx })) as T
  const was = before ? sort.factsOf(before) : {}
  await note(sort, row, before ? 'amended' : 'added', was, officer, trx)
  return row
}

/** From now on none of these rows counts. @throws Overtaken */
export async function giveUp<T extends Row>(
  sort: Sort<T>,
  row: T,
  version: number,
  officer: Officer,
  trx: TransactionClientContract
) {
  await close(row, version, trx)
  await note(sort, row, 'closed', sort.factsOf(row), officer, trx)
}

function close(row: Row, version: number, trx: TransactionClientContract) {
  row.closedAt = DateTime.utc()
  return writeUnchanged(row, version, trx)
}

function note<T extends Row>(
  { thing, factsOf, nameOf }: Sort<T>,
  row: T,
  sort: ChangeSort,
  was: Facts,
  officer: Officer,
  trx: TransactionClientContract
) {
  const changed = { authorityId: officer.authorityId, thing, thingId: firstOf(row), sort }
  const fields = differing(was, factsOf(row))
  return noteChange({ ...changed, name: nameOf(row), fields }, officer, trx)
}
