import { BaseSchema } from '@adonisjs/lucid/schema'

/** The latest answers of a unit: what is written now is held against them, and examples are taken from them. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('answers', (table) => table.index(['unit_id', 'id']))
  }

  async down() {
    this.schema.alterTable('answers', (table) => table.dropIndex(['unit_id', 'id']))
  }
}
