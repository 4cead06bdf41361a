import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** A unit's charge of a petition, its giving back, and what leaves the house. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('referrals', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.text('note')
      table.dateTime('made_at').notNullable()
      table.index(['petition_id', 'id'])
    })

    this.schema.createTable('returns', (table) => {
      table.increments('id')
      table.integer('referral_id').unsigned().notNullable().unique().references('referrals.id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.integer('suggested_unit_id').unsigned().references('units.id')
      table.text('reason').notNullable()
      table.dateTime('given_back_at').notNullable()
      table.index(['petition_id', 'id'])
    })

    this.schema.createTable('forwardings', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().unique().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      code('document_number', 60)
      table.dateTime('forwarded_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('forwardings')
    this.schema.dropTable('returns')
    this.schema.dropTable('referrals')
  }
}
