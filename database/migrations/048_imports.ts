import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Lists that come out of a file: what it said until somebody confirms it, and what came of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('imports', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      code('token', 32).notNullable().unique()
      code('sort', 20).notNullable()
      table.string('file_name', 160).notNullable()
      table.dateTime('read_at').notNullable()
      table.dateTime('done_at')
      table.dateTime('undone_at')
      // Until when it can be confirmed, and then until when it can be undone.
      table.dateTime('keep_until').notNullable().index()
      table.integer('added').notNullable().defaultTo(0)
      table.integer('amended').notNullable().defaultTo(0)
      // Its lines, and once it is done the rows that it wrote, with what stood there before.
      table.text('lines', 'mediumtext').notNullable()
      table.index(['authority_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('imports')
  }
}
