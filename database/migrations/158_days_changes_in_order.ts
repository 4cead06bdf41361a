import { BaseSchema } from '@adonisjs/lucid/schema'

/** The changes of one public day, the newest first: on SQLite a page went through those of all days. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('public_day_changes', (table) => {
      table.index(['public_day_id', 'id'])
    })
  }

  async down() {
    this.schema.alterTable('public_day_changes', (table) => {
      table.dropIndex(['public_day_id', 'id'])
    })
  }
}
