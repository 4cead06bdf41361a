import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What was suggested when somebody referred, what was chosen, and the models that suggest. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('suggestion_models', (table) => {
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('version').unsigned().notNullable()
      // Of the lists that it learned from: others, and it learns anew.
      ascii(this, table)('lists', 64).notNullable()
      // How many petitions it learned from, and the last choice that it knows.
      table.integer('decisions').unsigned().notNullable()
      table.integer('last_choice').unsigned().notNullable()
      // Of a processor, for learning.
      table.integer('milliseconds').unsigned().notNullable()
      table.text('packed', 'longtext').notNullable()
      table.dateTime('learned_at').notNullable()
      table.unique(['authority_id', 'version'])
    })

    this.schema.createTable('suggestion_choices', (table) => {
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // Who was charged, or to whom it was forwarded, and by whom.
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      // What stood first, why and how sure (of a hundred); null: nothing was suggested.
      table.integer('suggested_unit_id').unsigned().references('units.id')
      ascii(this, table)('reason', 10)
      table.integer('certainty').unsigned()
      // At which place the chosen one stood, from 1; null: it was not among those suggested.
      table.integer('place').unsigned()
      // No reference: old versions go.
      table.integer('model_id').unsigned()
      table.dateTime('chosen_at').notNullable()
      table.dateTime('given_back_at')
      table.index(['authority_id', 'id'])
      table.index(['petition_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('suggestion_choices')
    this.schema.dropTable('suggestion_models')
  }
}
