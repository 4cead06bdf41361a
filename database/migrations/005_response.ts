import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What the unit does: talks with the petitioner, drafts, and has its head decide. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('contacts', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      code('way', 10).notNullable()
      code('result', 20).notNullable()
      table.text('note').notNullable()
      table.dateTime('made_at').notNullable()
      table.index(['petition_id', 'id'])
    })

    this.schema.createTable('answers', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('drafted_by').unsigned().notNullable().references('officers.id')
      code('outcome', 20)
      code('ground', 30)
      table.text('text', 'mediumtext').notNullable()
      table.text('reason')
      table.text('remedy')
      table.dateTime('drafted_at').notNullable()
      table.dateTime('submitted_at')
      table.integer('version').notNullable()
      table.index(['petition_id', 'id'])
    })

    this.schema.createTable('answer_decisions', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('answer_id').unsigned().notNullable().references('answers.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      code('decision', 10).notNullable()
      table.text('reason')
      table.dateTime('decided_at').notNullable()
      table.index(['answer_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('answer_decisions')
    this.schema.dropTable('answers')
    this.schema.dropTable('contacts')
  }
}
