import { BaseSchema } from '@adonisjs/lucid/schema'

/** How many persons signed a petition together; nought where one brings it. */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('petitions', (table) => {
      table.integer('signatures').notNullable().defaultTo(0)
    })
  }

  async down() {
    this.schema.raw('alter table petitions drop column signatures')
  }
}
