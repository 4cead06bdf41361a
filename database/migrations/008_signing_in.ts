import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'
import { foldLogins } from '#database/folded_logins'
import { createRateLimits } from '#database/rate_limits'

/** Limits that slow down, who signed in and who was looked for, and logins as everybody types them. */
export default class extends BaseSchema {
  async up() {
    // Counters of the hour, under names that are keyed from now on: nothing to keep.
    this.schema.dropTable('rate_limits')
    this.schema.createTable('rate_limits', (table) => {
      const code = ascii(this, table)
      code('key', 64).primary()
      // Milliseconds since 1970 at which nothing is left of what was counted.
      table.bigInteger('expire').notNullable().index()
    })

    this.schema.alterTable('officers', (table) => {
      table.integer('password_version').notNullable().defaultTo(1)
    })

    this.schema.createTable('sign_ins', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('officer_id').unsigned().references('officers.id')
      code('login_digest', 64).notNullable()
      code('from_digest', 64).notNullable()
      code('way', 10).notNullable()
      code('result', 10).notNullable()
      table.dateTime('tried_at').notNullable().index()
      table.index(['officer_id', 'id'])
    })

    this.schema.createTable('inquiries', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      code('kind', 12).notNullable()
      code('digest', 64).notNullable()
      table.dateTime('made_at').notNullable().index()
      table.index(['officer_id', 'id'])
      table.index(['digest', 'id'])
    })

    this.defer(foldLogins)
  }

  /** What logins were before nobody knows; the folded ones serve as well. */
  async down() {
    this.schema.dropTable('inquiries')
    this.schema.dropTable('sign_ins')
    this.schema.alterTable('officers', (table) => table.dropColumn('password_version'))
    this.schema.dropTable('rate_limits')
    createRateLimits(this)
  }
}
