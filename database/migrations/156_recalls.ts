import { BaseSchema } from '@adonisjs/lucid/schema'

/** The desk calls back what it referred to the wrong unit. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('recalls', (table) => {
      table.increments('id')
      table.integer('referral_id').unsigned().notNullable().unique().references('referrals.id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // From which unit: it is told for some days.
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.text('reason').notNullable()
      table.dateTime('recalled_at').notNullable()
      table.index(['unit_id', 'id'])
      table.index(['authority_id', 'recalled_at'])
    })
  }

  async down() {
    this.schema.dropTable('recalls')
  }
}
