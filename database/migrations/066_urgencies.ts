import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Since when a petition is urgent, until when somebody must look, and how far it has climbed. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('urgencies', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      ascii(this, table)('level', 10).notNullable()
      table.dateTime('since').notNullable()
      table.dateTime('until').notNullable()
      // How many rungs were told: of the unit, its head, the chief, the managers.
      table.integer('climbed').notNullable().defaultTo(0)
      // When the next one is told; null: nobody any more.
      table.dateTime('climbs_at')
      table.unique(['petition_id'])
      table.index(['climbs_at', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('urgencies')
  }
}
