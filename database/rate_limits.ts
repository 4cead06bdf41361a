import type { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** The counters of limited tries in the shape that the framework had for them. */
export function createRateLimits(migration: BaseSchema) {
  migration.schema.createTable('rate_limits', (table) => {
    const code = ascii(migration, table)
    code('key', 255).primary()
    table.integer('points').notNullable().defaultTo(0)
    table.bigInteger('expire').unsigned()
  })
}
