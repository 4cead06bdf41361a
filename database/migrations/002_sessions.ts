import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** The framework's own two tables: officers' sessions and the counters of limited tries. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('sessions', (table) => {
      const code = ascii(this, table)
      code('id', 255).primary()
      table.text('data', 'mediumtext').notNullable()
      code('user_id', 40).nullable().index()
      table.dateTime('expires_at').notNullable().index()
    })

    this.schema.createTable('rate_limits', (table) => {
      const code = ascii(this, table)
      code('key', 255).primary()
      table.integer('points').notNullable().defaultTo(0)
      table.bigInteger('expire').unsigned()
    })
  }

  async down() {
    this.schema.dropTable('rate_limits')
    this.schema.dropTable('sessions')
  }
}
