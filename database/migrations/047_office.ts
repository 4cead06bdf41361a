import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'
import { hoursIntoRows } from '#database/opening_hours'

/** An authority as its own people keep it: when it is open, which places it has, how it was set up. */
export default class extends BaseSchema {
  async up() {
    const onMysql = this.db.dialect.name === 'mysql'
    this.schema.createTable('opening_hours', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // 1 is Monday (ISO 8601).
      table.integer('weekday').notNullable()
      // 08:30; 24:00 is the end of the day.
      code('opens', 5).notNullable()
      code('closes', 5).notNullable()
      table.unique(['authority_id', 'weekday', 'opens'])
    })
    this.schema.alterTable('authorities', (table) => {
      // Who is there out of hours, where somebody is.
      table.string('duty', 120)
      table.string('duty_phone', 30)
    })
    this.schema.createTable('neighbourhoods', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('kind', 20).notNullable()
      table.string('name', 120).notNullable()
      const name = table.string('folded_name', 180).notNullable()
      if (onMysql) name.collate('utf8mb4_bin')
      table.date('closed_on')
      table.integer('version').notNullable().defaultTo(1)
      table.unique(['authority_id', 'folded_name', 'kind'])
      table.index(['authority_id', 'folded_name', 'id'])
    })
    this.schema.createTable('setup_words', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      code('digest', 64).notNullable()
      table.dateTime('expires_at').notNullable()
      table.integer('tries').notNullable().defaultTo(0)
    })
    this.defer(hoursIntoRows)
  }

  async down() {
    this.schema.dropTable('setup_words')
    this.schema.dropTable('neighbourhoods')
    this.schema.alterTable('authorities', (table) => {
      table.dropColumns('duty', 'duty_phone')
    })
    this.schema.dropTable('opening_hours')
  }
}
