import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Who stands in for whom, from day to day; never deleted, only ended. What is done in somebody's place
 * says for whom: without references where there are rows, SQLite would rebuild the table.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('substitutions', (table) => {
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // Who is away.
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.integer('substitute_id').unsigned().notNullable().references('officers.id')
      // Both days included.
      table.date('first_day').notNullable()
      table.date('last_day').notNullable()
      table.integer('named_by').unsigned().notNullable().references('officers.id')
      table.dateTime('named_at').notNullable()
      table.integer('ended_by').unsigned().references('officers.id')
      table.dateTime('ended_at')
      table.integer('version').notNullable().defaultTo(1)
      table.index(['authority_id', 'id'])
      table.index(['authority_id', 'last_day'])
      table.index(['officer_id', 'last_day'])
    })
    for (const name of ['steps', 'changes']) {
      this.schema.alterTable(name, (table) => {
        table.integer('acted_for').unsigned()
      })
    }
  }

  async down() {
    for (const name of ['steps', 'changes']) {
      this.schema.alterTable(name, (table) => table.dropColumn('acted_for'))
    }
    this.schema.dropTable('substitutions')
  }
}
