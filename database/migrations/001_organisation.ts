import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Who works here, what petitions are about, and by which day they must be answered. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('authorities', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      code('code', 40).notNullable().unique()
      code('kind', 20).notNullable()
      table.string('name', 120).notNullable()
      table.integer('parent_id').unsigned().references('authorities.id')
      code('plate', 2).notNullable()
      table.string('district', 60)
      table.boolean('metropolitan').notNullable().defaultTo(false)
      table.string('address', 300)
      table.string('hours', 120)
      table.string('phone', 30)
      table.string('email', 120)
      table.boolean('self_approval').notNullable().defaultTo(false)
      table.integer('version').notNullable().defaultTo(1)
    })

    this.schema.createTable('units', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('code', 20).notNullable()
      code('kind', 10).notNullable()
      table.string('name', 160).notNullable()
      table.string('short_name', 60).notNullable()
      table.integer('parent_id').unsigned().references('units.id')
      table.string('competence', 500)
      table.string('phone', 30)
      table.string('email', 120)
      table.date('closed_on')
      table.unique(['authority_id', 'code'])
    })

    this.schema.createTable('headings', (table) => {
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.string('name', 120).notNullable()
      table.integer('position').notNullable()
      table.unique(['authority_id', 'position'])
    })

    this.schema.createTable('subjects', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('heading_id').unsigned().notNullable().references('headings.id')
      code('code', 60).notNullable()
      table.string('name', 160).notNullable()
      table.integer('unit_id').unsigned().references('units.id')
      code('kind', 20).notNullable()
      table.boolean('sensitive').notNullable().defaultTo(false)
      table.text('keywords')
      table.date('closed_on')
      table.unique(['authority_id', 'code'])
    })

    this.schema.createTable('officers', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('unit_id').unsigned().references('units.id')
      code('login', 60).notNullable().unique()
      table.string('name', 120).notNullable()
      code('password', 255).notNullable()
      code('locale', 5).notNullable().defaultTo('tr')
      table.date('left_on')
    })

    this.schema.createTable('officer_roles', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      code('role', 20).notNullable()
      table.unique(['officer_id', 'role'])
    })

    this.schema.createTable('holidays', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().references('authorities.id')
      table.date('day').notNullable()
      code('portion', 4).notNullable()
      table.string('name', 120).notNullable()
      code('kind', 20).notNullable()
      table.string('basis', 160)
      table.index(['authority_id', 'day'])
    })

    this.schema.createTable('deadline_rules', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().references('authorities.id')
      code('clock', 10).notNullable()
      code('petition_kind', 20)
      table.integer('days').notNullable()
      code('counted', 10).notNullable()
      table.boolean('rolls').notNullable().defaultTo(false)
      table.string('reason', 200).notNullable()
      table.string('reason_en', 200).notNullable()
      table.string('source', 200).notNullable()
      table.index(['authority_id', 'clock'])
    })
  }

  async down() {
    for (const table of [
      'deadline_rules',
      'holidays',
      'officer_roles',
      'officers',
      'subjects',
      'headings',
      'units',
      'authorities',
    ]) {
      this.schema.dropTable(table)
    }
  }
}
