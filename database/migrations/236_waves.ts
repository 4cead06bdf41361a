import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Petitions of an authority that say the same; the words by which one more is found to be of them. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('waves', (table) => {
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // Of the petition that came first, each five letters at most.
      ascii(this, table)('terms', 200).notNullable()
      // What its members say, learnt from some of them; null as long as they are few.
      ascii(this, table)('core', 5000)
      table.integer('members').unsigned().notNullable().defaultTo(0)
      // Whether they are a wave: most stay one of themselves.
      table.boolean('many').notNullable().defaultTo(false)
      // Of these: those that a person reads, for they say something of their own.
      table.integer('apart').unsigned().notNullable().defaultTo(0)
      // Of how many members the core was learnt; whether they are to be read by it, and up to which.
      table.integer('learnt_at').unsigned().notNullable().defaultTo(0)
      table.boolean('rereads').notNullable().defaultTo(false)
      table.integer('read_to').unsigned().notNullable().defaultTo(0)
      table.dateTime('began_at').notNullable()
      table.dateTime('last_at').notNullable()
      table.index(['authority_id', 'many', 'last_at', 'id'])
      table.index(['rereads', 'id'])
      table.index(['last_at', 'id'])
    })
    this.schema.createTable('wave_terms', (table) => {
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      ascii(this, table)('term', 5).notNullable()
      table.integer('wave_id').unsigned().notNullable().references('waves.id')
      table.primary(['authority_id', 'term', 'wave_id'])
      table.index(['wave_id'])
    })
    this.schema.createTable('wave_members', (table) => {
      table.increments('id')
      table.integer('wave_id').unsigned().notNullable().references('waves.id')
      table.integer('petition_id').unsigned().notNullable().unique().references('petitions.id')
      // copy, or why a person reads it: says, asks, number.
      ascii(this, table)('read_as', 6).notNullable()
      table.index(['wave_id', 'read_as', 'id'])
      table.index(['wave_id', 'id'])
    })
    this.schema.createTable('wave_marks', (table) => {
      table.integer('id').unsigned().notNullable().primary()
      // Up to which step petitions were looked at.
      table.integer('step_id').unsigned().notNullable()
    })
  }

  async down() {
    for (const table of ['wave_marks', 'wave_members', 'wave_terms', 'waves']) {
      this.schema.dropTable(table)
    }
  }
}
