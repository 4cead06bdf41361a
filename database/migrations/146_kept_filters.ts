import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Saklanan süzgeçler: what an officer asks of the queue again and again, under a name of their own. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('kept_filters', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.string('name', 40).notNullable()
      // Names of lists and codes of subjects, units and neighbourhoods: nothing that anybody wrote.
      code('asked', 300).notNullable()
      table.index(['officer_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('kept_filters')
  }
}
