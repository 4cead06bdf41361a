import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a form says of a subject before it sends a petition about it. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('subjects', (table) => {
      table.string('notice', 300)
      // Without one the Turkish words stand on English pages.
      table.string('notice_en', 300)
    })
  }

  async down() {
    this.schema.alterTable('subjects', (table) => {
      table.dropColumn('notice_en')
      table.dropColumn('notice')
    })
  }
}
