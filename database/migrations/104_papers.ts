import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Evrak: the day on a letter, and under which number the office's own register has it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('papers', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      // Whose register it is, whoever has the petition by now.
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('petition_id').unsigned().notNullable().unique().references('petitions.id')
      table.date('written_on')
      table.string('number', 60)
      // As it is searched: without regard to what stands between letters and digits.
      code('number_key', 60)
      table.date('registered_on')
      table.index(['authority_id', 'number_key', 'petition_id'])
    })
  }

  async down() {
    this.schema.dropTable('papers')
  }
}
