import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whether an authority wants its heads to read what is told before the answer. */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('authorities', (table) => {
      table.boolean('interim_approval').notNullable().defaultTo(false)
    })
  }

  async down() {
    this.schema.raw('alter table authorities drop column interim_approval')
  }
}
