import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** How many open petitions have climbed to whom, by who may see them; counted by each round anew. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('climbed_tallies', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('rung', 10).notNullable()
      code('desk', 12).notNullable()
      code('circle', 10).notNullable()
      // 0: about none; and of what is not restricted 0 for whatever unit.
      table.integer('complained_unit_id').unsigned().notNullable()
      table.integer('unit_id').unsigned().notNullable()
      table.integer('count').unsigned().notNullable()
      table.unique(['authority_id', 'rung', 'desk', 'circle', 'complained_unit_id', 'unit_id'], {
        indexName: 'climbed_tallies_once',
      })
    })
  }

  async down() {
    this.schema.dropTable('climbed_tallies')
  }
}
