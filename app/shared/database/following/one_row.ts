import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

const ID = 1

/** A table of one row that says how far some work has come. */
export class OneRow<Row extends object> {
  constructor(private readonly table: string) {}

  /** Null before the first time. */
  async of(trx: TransactionClientContract): Promise<Row | null> {
    return this.#row(trx).first()
  }

  /** Keeps every other process that does the work waiting until this transaction ends. */
  async locked(trx: TransactionClientContract): Promise<Row | null> {
    return this.#row(trx).forUpdate().first()
  }

  async move(to: Partial<Row>, trx: TransactionClientContract) {
    await this.#row(trx).update(to)
  }

  async begin(row: Row, trx: TransactionClientContract) {
    const insert = trx
      .insertQuery()
      .table(this.table)
      .insert({ id: ID, ...row })
    await insert.knexQuery.onConflict('id').ignore()
  }

  #row(trx: TransactionClientContract) {
    return trx.from(this.table).where('id', ID)
  }
}
