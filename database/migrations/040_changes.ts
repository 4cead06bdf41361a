import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What is kept by the people who work there, each row with the version that a form was opened at. */
const KEPT = ['units', 'headings', 'subjects', 'officers', 'holidays', 'deadline_rules']

/** Who changed what of an authority. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('changes', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      // None: of the whole installation.
      table.integer('authority_id').unsigned().references('authorities.id')
      // None: from the command line.
      table.integer('officer_id').unsigned().references('officers.id')
      table.dateTime('made_at').notNullable()
      code('thing', 20).notNullable()
      table.integer('thing_id').unsigned().notNullable()
      // What it is called by then: names change.
      table.string('name', 200).notNullable()
      code('sort', 20).notNullable()
      table.text('fields').notNullable()
      table.index(['authority_id', 'id'])
      table.index(['authority_id', 'thing', 'id'])
      table.index(['thing', 'thing_id', 'id'])
    })
    for (const name of KEPT) {
      this.schema.alterTable(name, (table) => {
        table.integer('version').notNullable().defaultTo(1)
      })
    }
  }

  async down() {
    for (const name of KEPT) {
      this.schema.alterTable(name, (table) => {
        table.dropColumn('version')
      })
    }
    this.schema.dropTable('changes')
  }
}
