import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * A petition goes to another authority of the tree. The one that had it keeps what it knew by a
 * reader's row of its own, which says how far, and who there saw it. Without references where there are
 * rows: SQLite would rebuild the table.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('handovers', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // Of its step.
      table.integer('position').unsigned().notNullable()
      table.integer('from_authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('to_authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.text('note').notNullable()
      table.boolean('given_back').notNullable()
      // What it was before: counted so until then, and of the old authority's lists.
      table.integer('subject_id').unsigned().references('subjects.id')
      ascii(this, table)('desk', 10).notNullable()
      table.dateTime('made_at').notNullable()
      table.index(['petition_id', 'id'])
    })
    this.schema.alterTable('petitions', (table) => {
      table.integer('came_from').unsigned()
      table.integer('handbacks').unsigned().notNullable().defaultTo(0)
    })
    this.schema.alterTable('petition_readers', (table) => {
      const code = ascii(this, table)
      table.integer('kept_by').unsigned()
      table.integer('known_to').unsigned()
      code('desk', 10)
      code('circle', 10)
      table.index(['kept_by', 'until', 'id'])
    })
  }

  async down() {
    this.schema.alterTable('petition_readers', (table) => {
      table.dropIndex(['kept_by', 'until', 'id'])
    })
    this.schema.alterTable('petition_readers', (table) => {
      table.dropColumns('kept_by', 'known_to', 'desk', 'circle')
    })
    this.schema.alterTable('petitions', (table) => table.dropColumns('came_from', 'handbacks'))
    this.schema.dropTable('handovers')
  }
}
