import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { ExampleInsertionSchema } from '#database/schema'
import { Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { insertMissing } from '#shared/database/insert_missing'
import { transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'

/** An answer is written with the help of so many at most. */
const MOST = 5
const COLUMNS = ['petition_id', 'unit_id', 'example_id', 'officer_id', 'inserted_at']

/** An officer took the words of an example into the answer of a petition. */
export class ExampleInsertion extends ExampleInsertionSchema {
  /** Those of the unit in charge. */
  static of(petition: Petition) {
    return Charge.rowsOf(this.query(), petition).orderBy('id').limit(MOST)
  }

  /** Once, however often it is pressed. */
  static async note(petition: Petition, exampleId: number, officer: Officer) {
    const { unit } = await Charge.of(petition)
    const row = [petition.id, unit.id, exampleId, officer.id, stamp(DateTime.utc())]
    await transaction((trx) => insertMissing('example_insertions', COLUMNS, [row], trx))
  }

  /** The unit in charge was closed: from where its words come, its successor's head is told as well. */
  static async handOn(petition: Petition, unit: { id: number }, trx: TransactionClientContract) {
    const own = await Charge.rowsOf(this.query({ client: trx }), petition)
    const rows = own.map((one) => [
      ...[petition.id, unit.id, one.exampleId],
      ...[one.officerId, stamp(one.insertedAt)],
    ])
    await insertMissing('example_insertions', COLUMNS, rows, trx)
  }
}
