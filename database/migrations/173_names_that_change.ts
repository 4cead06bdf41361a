import { BaseSchema } from '@adonisjs/lucid/schema'

/** How far the worker has followed units and subjects that are called otherwise: petitions are found under their names. */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('search_marks', (table) => {
      table.integer('change_id').unsigned().notNullable().defaultTo(0)
      table.integer('renamed_to').unsigned().notNullable().defaultTo(0)
    })
  }

  async down() {
    for (const column of ['change_id', 'renamed_to']) {
      this.schema.raw(`alter table search_marks drop column ${column}`)
    }
  }
}
