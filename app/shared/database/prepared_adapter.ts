import { Adapter } from '@adonisjs/lucid/orm'
import type { LucidModel, LucidRow, ModelObject } from '@adonisjs/lucid/types/model'
import { insert } from './insert.ts'

/**
 * Lucid's way to the database, but that a new row of a transaction goes in by a prepared statement:
 * hooks, sealed columns and dates are Lucid's as ever.
 */
export class PreparedAdapter extends Adapter {
  async insert(row: LucidRow, attributes: ModelObject) {
    if (!row.$trx) return super.insert(row, attributes)
    const Model = row.constructor as LucidModel
    const id = await insert(Model.table, attributes, row.$trx)
    const key = Model.$keys.attributesToColumns.get(Model.primaryKey, Model.primaryKey)
    if (!Model.selfAssignPrimaryKey) row.$consumeAdapterResult({ [key]: id })
  }
}
