import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What stood in a petition's record before the desk corrected it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('amendments', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('step_id').unsigned().notNullable().references('steps.id')
      ascii(this, table)('field', 12).notNullable()
      // Sealed, whatever it is; null: nothing stood there.
      table.text('was')
      table.index(['petition_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('amendments')
  }
}
