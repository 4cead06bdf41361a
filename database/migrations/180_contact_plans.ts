import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What is next with a petitioner: whom to call, to visit or to expect, on which day. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('contact_plans', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      // Of the petition, as it was planned: a desk sees what its own authority waits for.
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // Who goes, calls or waits.
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      code('way', 12).notNullable()
      // 2026-12-02, and 14:30 where there is an hour.
      code('day', 10).notNullable()
      code('at', 5)
      table.text('ask')
      // How it goes on with somebody who is not reached.
      code('choice', 12)
      code('state', 10).notNullable().defaultTo('open')
      // Officer, day and quarter of an hour, as long as it is open: nobody is at two places.
      code('slot', 40)
      // Whether the petitioner was told of the day.
      table.boolean('told').notNullable().defaultTo(false)
      // The step that told of it last.
      table.integer('step_id').unsigned()
      table.integer('made_by').unsigned().notNullable().references('officers.id')
      table.dateTime('made_at').notNullable()
      table.integer('ended_by').unsigned().references('officers.id')
      table.dateTime('ended_at')
      table.unique(['slot'])
      table.index(['petition_id', 'state', 'id'])
      table.index(['unit_id', 'state', 'day', 'id'])
      table.index(['authority_id', 'state', 'way', 'day', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('contact_plans')
  }
}
