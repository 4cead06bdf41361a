import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The calendar and the rules of the clocks are kept by the people who work there: a day off may be for
 * a whole tree of authorities, and neither is ever taken away, only closed. What a day that was entered
 * later moves is gone through by a job.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('holidays', (table) => {
      table.boolean('for_tree').notNullable().defaultTo(false)
      table.dateTime('closed_at')
    })
    this.schema.alterTable('deadline_rules', (table) => {
      table.dateTime('closed_at')
      // The first of the rows that this one is the latest words of; none: itself.
      table.integer('first_id').unsigned()
    })
    this.schema.createTable('calendar_moves', (table) => {
      table.increments('id')
      // None: of the whole installation.
      table.integer('authority_id').unsigned().references('authorities.id')
      table.boolean('for_tree').notNullable().defaultTo(false)
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.string('name', 120).notNullable()
      table.date('first_day').notNullable()
      table.date('last_day').notNullable()
      table.dateTime('begun_at').notNullable()
      table.integer('looked_to').unsigned().notNullable().defaultTo(0)
      table.integer('look_until').unsigned().notNullable()
      table.boolean('is_second').notNullable().defaultTo(false)
      table.integer('moved').unsigned().notNullable().defaultTo(0)
      table.dateTime('finished_at')
      table.index(['finished_at', 'id'])
      table.index(['authority_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('calendar_moves')
    this.schema.alterTable('deadline_rules', (table) => {
      table.dropColumn('first_id')
      table.dropColumn('closed_at')
    })
    this.schema.alterTable('holidays', (table) => {
      table.dropColumn('closed_at')
      table.dropColumn('for_tree')
    })
  }
}
