import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What a rule would have proposed for the petitions of the last month, as one officer sees them. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('rule_trials', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('routing_rule_id').unsigned().notNullable().references('routing_rules.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('tried_at').notNullable()
      // By which it is known that neither this rule nor another one was changed since.
      code('sign', 32).notNullable()
      // The first day of which petitions were read; how many, how many of them it fits.
      table.date('since').notNullable()
      table.boolean('is_whole').notNullable()
      table.integer('looked').unsigned().notNullable()
      table.integer('fitting').unsigned().notNullable()
      // How many would have got another proposal, and how many had gone to its unit without it.
      table.integer('others').unsigned().notNullable()
      table.integer('agreeing').unsigned().notNullable()
      // The latest of those that would have got another one: pairs of petition and unit.
      table.text('listed').notNullable()
      table.index(['routing_rule_id', 'officer_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('rule_trials')
  }
}
