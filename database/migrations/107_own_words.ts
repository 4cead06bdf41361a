import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What was said or written in another language, as it was: the Turkish text is the petition's. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('own_words', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().unique().references('petitions.id')
      code('language', 10).notNullable()
      // Null: it was said, and nobody could write it down.
      table.text('text', 'mediumtext')
      // The Turkish text was read back, and they agreed.
      table.boolean('is_agreed').notNullable().defaultTo(false)
    })
  }

  async down() {
    this.schema.dropTable('own_words')
  }
}
