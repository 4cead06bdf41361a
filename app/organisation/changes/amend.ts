import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { isConflict } from '#shared/database/transaction'
import { Remembered } from '#shared/remembered'
import { Refusal } from '#shared/typed/problems'
import { Catalogue } from '../catalogue.ts'

/** Somebody else changed it after the form was opened; nothing was written. */
export class Overtaken extends Refusal {
  constructor() {
    super({ field: 'version', rule: 'overtaken' })
    this.status = 409
  }
}

/** A row that somebody keeps, with the version that a form of it was opened at. */
type Kept = LucidRow & { id: number; version: number }

/**
 * Everything that one button changes of an authority, in one transaction; the one who pressed it sees
 * it at once, every other process within ten seconds (Catalogue). Never run again when another one was
 * in the way: the rows that it changes were read before, and would take a first try for what is written.
 *
 * @throws Overtaken also then: who pressed it may press it again
 */
export async function administer<T>(work: (trx: TransactionClientContract) => Promise<T>) {
  const writing = Remembered.steadily(() => db.transaction(work))
  const done = await writing.catch((error: unknown) => {
    throw isConflict(error) ? new Overtaken() : error
  })
  Catalogue.forget()
  return done
}

/**
 * Writes what was set on the row, if it still is as the form was opened at.
 *
 * @param seen the version that the form showed
 * @throws Overtaken
 */
export async function writeUnchanged(row: Kept, seen: number, trx: TransactionClientContract) {
  const model = row.constructor as LucidModel
  const mine = model.query({ client: trx }).where({ id: row.id, version: seen })
  const [taken] = await mine.update({ version: seen + 1 })
  if (!taken) throw new Overtaken()
  row.version = seen + 1
  await row.useTransaction(trx).save()
}
