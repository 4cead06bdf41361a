import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Ekler: pictures and documents of a petition. The files lie on the disk, each under a name by lot. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('attachments', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      // A form's token, as its digest, or a petition's card or answer: ten files, and none twice.
      code('holder', 64).notNullable()
      table.integer('position').unsigned().notNullable()
      // Of what was sent, keyed.
      code('digest', 64).notNullable()
      // Null as long as it is a draft's.
      table.integer('petition_id').unsigned().references('petitions.id')
      code('part', 10).notNullable()
      // Whose words of a tip-off it is; null: the petitioner's.
      table.integer('unit_id').unsigned().references('units.id')
      table.integer('officer_id').unsigned().references('officers.id')
      table.string('name', 120).notNullable()
      code('kind', 10).notNullable()
      table.integer('size').unsigned().notNullable()
      // Below the folder of the files; null where none is kept.
      code('file', 60)
      code('state', 10).notNullable()
      code('fault', 20)
      table.integer('tries').unsigned().notNullable().defaultTo(0)
      table.dateTime('due_at')
      table.dateTime('created_at').notNullable()
      table.unique(['holder', 'position'])
      table.unique(['holder', 'digest'])
      table.index(['petition_id', 'id'])
      table.index(['state', 'due_at'])
      // Which name no row has any more is asked by the file's.
      table.index(['file'])
    })
  }

  async down() {
    this.schema.dropTable('attachments')
  }
}
