import { Adapter } from '@adonisjs/lucid/orm'
import type {
  LucidModel,
  LucidRow,
  ModelAdapterOptions,
  ModelObject,
} from '@adonisjs/lucid/types/model'
import { insert } from './insert.ts'
import { ModelQuery } from './at_once/model_query.ts'

/**
 * Lucid's way to the database, but that a new row of a transaction goes in by a prepared statement, and
 * that what is asked outside of one may go along with others: hooks, sealed columns and dates are Lucid's as ever.
 */
export class PreparedAdapter extends Adapter {
  override query(model: LucidModel, options?: ModelAdapterOptions) {
    if (options?.client ?? options?.connection) return super.query(model, options)
    const client = this.modelConstructorClient(model, options)
    return new ModelQuery(client.knexQuery(), model, client)
  }

  async insert(row: LucidRow, attributes: ModelObject) {
    if (!row.$trx) return super.insert(row, attributes)
    const Model = row.constructor as LucidModel
    const id = await insert(Model.table, attributes, row.$trx)
    const key = Model.$keys.attributesToColumns.get(Model.primaryKey, Model.primaryKey)
    if (!Model.selfAssignPrimaryKey) row.$consumeAdapterResult({ [key]: id })
  }
}
