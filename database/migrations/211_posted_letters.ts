import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Answers that go on paper: by post, through the muhtar or from hand to hand; each try is a row. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('posted_letters', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.smallint('attempt').unsigned().notNullable()
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // The step that gave the answer.
      table.integer('step_id').unsigned().notNullable().references('steps.id')
      // Of the petition, as the letter was to go.
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // post, counter, headman
      code('way', 10).notNullable()
      // waiting, posted; returned, delivered, dropped
      code('state', 10).notNullable()
      // Sealed; null: the petitioner's own.
      table.text('address')
      // Null: nothing else reaches the petitioner.
      table.integer('asked_by').unsigned().references('officers.id')
      table.dateTime('made_at').notNullable()
      code('posted_on', 10)
      code('tracking', 40)
      // When it came back, or reached somebody.
      code('ended_on', 10)
      // Why it came back.
      code('fault', 12)
      table.integer('changed_by').unsigned().references('officers.id')
      table.dateTime('changed_at')
      table.unique(['step_id', 'attempt'])
      table.index(['petition_id', 'id'])
      table.index(['authority_id', 'state', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('posted_letters')
  }
}
