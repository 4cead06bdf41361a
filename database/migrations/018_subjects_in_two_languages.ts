import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What petitions are about, in English too; groups that only the office needs; and whether an officer
 * wants keys of one letter (WCAG 2.1.4).
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('headings', (table) => {
      // Without one the Turkish name stands on English pages.
      table.string('name_en', 120)
      table.boolean('office_only').notNullable().defaultTo(false)
    })
    this.schema.alterTable('subjects', (table) => {
      table.string('name_en', 160)
    })
    this.schema.alterTable('officers', (table) => {
      table.boolean('shortcuts').notNullable().defaultTo(true)
    })
    // Entered with the house's first list, under this name.
    this.defer(async (db) => {
      await db.from('headings').where('name', 'Görev dışı').update({ office_only: true })
    })
  }

  async down() {
    this.schema.alterTable('officers', (table) => {
      table.dropColumn('shortcuts')
    })
    this.schema.alterTable('subjects', (table) => {
      table.dropColumn('name_en')
    })
    this.schema.alterTable('headings', (table) => {
      table.dropColumn('office_only')
      table.dropColumn('name_en')
    })
  }
}
