import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which step ended a last day, beside the one that set it. */
export default class extends BaseSchema {
  // SQLite rebuilds a table to add a reference, and turns foreign keys off meanwhile: it ignores
  // that inside a transaction.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('deadlines', (table) => {
      table.integer('until_step_id').unsigned().references('steps.id')
    })
  }

  async down() {
    this.schema.alterTable('deadlines', (table) => {
      table.dropForeign('until_step_id')
      table.dropColumn('until_step_id')
    })
  }
}
