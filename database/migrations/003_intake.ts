import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** A petition, who brings it, what happened to it, who may see it and who looked. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('privacy_notices', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('version').notNullable()
      code('locale', 5).notNullable()
      table.text('text').notNullable()
      table.dateTime('published_at').notNullable()
      table.unique(['authority_id', 'version', 'locale'])
    })

    this.schema.createTable('petitions', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('number', 10).notNullable().unique()
      code('secret_digest', 64).notNullable()
      code('token_digest', 64).nullable().unique()
      code('content_digest', 64).nullable()
      code('kind', 20).notNullable()
      code('channel', 10).notNullable()
      code('stage', 20).notNullable()
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.dateTime('unit_since').notNullable()
      table.integer('complained_unit_id').unsigned().references('units.id')
      table.integer('subject_id').unsigned().references('subjects.id')
      table.text('text', 'mediumtext').notNullable()
      table.string('place', 200)
      code('locale', 5).notNullable()
      table.dateTime('received_at').notNullable()
      table.date('due_on').notNullable()
      table.integer('due_rule_id').unsigned().notNullable().references('deadline_rules.id')
      table.date('legal_due_on').notNullable()
      table.integer('legal_rule_id').unsigned().notNullable().references('deadline_rules.id')
      code('outcome', 20)
      table.dateTime('concluded_at')
      table.integer('received_by').unsigned().references('officers.id')
      table.integer('notice_version').notNullable()
      table.integer('position').notNullable()
      table.integer('returns').notNullable().defaultTo(0)
      table.integer('version').notNullable()
      table.index(['authority_id', 'stage', 'due_on', 'id'])
      table.index(['authority_id', 'unit_id', 'stage', 'due_on', 'id'])
      table.index(['authority_id', 'concluded_at', 'id'])
      table.index(['authority_id', 'received_at', 'subject_id'])
    })

    this.schema.createTable('petitioners', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().unique().references('petitions.id')
      table.string('name', 120)
      code('national_id', 255)
      code('national_id_index', 64).index()
      code('phone', 255)
      code('phone_index', 64).index()
      table.text('email')
      table.text('address')
    })

    this.schema.createTable('steps', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('position').notNullable()
      code('kind', 20).notNullable()
      code('stage', 20).notNullable()
      table.integer('officer_id').unsigned().references('officers.id')
      table.integer('unit_id').unsigned().references('units.id')
      code('outcome', 20)
      table.text('note')
      table.text('public_text', 'mediumtext')
      table.dateTime('taken_at').notNullable()
      table.unique(['petition_id', 'position'])
    })

    this.schema.createTable('petition_readers', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.dateTime('since').notNullable()
      table.dateTime('until')
      table.index(['petition_id', 'unit_id'])
      table.index(['unit_id', 'petition_id'])
    })

    this.schema.createTable('views', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('viewed_at').notNullable()
      table.index(['petition_id', 'id'])
    })
  }

  async down() {
    for (const table of [
      'views',
      'petition_readers',
      'steps',
      'petitioners',
      'petitions',
      'privacy_notices',
    ]) {
      this.schema.dropTable(table)
    }
  }
}
