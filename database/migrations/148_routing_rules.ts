import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Which unit is proposed for what, as its chief wrote it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('routing_rules', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('position').notNullable()
      // What it asks of a petition; null: whatever it is. Of the first two, and of the next two, one.
      table.integer('heading_id').unsigned().references('headings.id')
      table.integer('subject_id').unsigned().references('subjects.id')
      table.integer('neighbourhood_id').unsigned().references('neighbourhoods.id')
      code('place_kind', 10)
      code('kind', 20)
      code('urgency', 10)
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.string('reason', 200).notNullable()
      table.integer('written_by').unsigned().notNullable().references('officers.id')
      table.dateTime('written_at').notNullable()
      // Null: it proposes nothing yet, or no more.
      table.date('begun_on')
      table.integer('version').notNullable().defaultTo(1)
      table.index(['authority_id', 'position', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('routing_rules')
  }
}
