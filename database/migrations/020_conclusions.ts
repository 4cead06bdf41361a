import { BaseSchema } from '@adonisjs/lucid/schema'

/** What was concluded in a span of days, with which outcome and by whom: answered by the index alone. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('steps', (table) => {
      table.index(['outcome', 'taken_at', 'unit_id', 'petition_id'])
    })
  }

  async down() {
    this.schema.alterTable('steps', (table) => {
      table.dropIndex(['outcome', 'taken_at', 'unit_id', 'petition_id'])
    })
  }
}
