import db from '@adonisjs/lucid/services/db'
import type { BaseSchema } from '@adonisjs/lucid/schema'
import AuthoritiesInATree from '#database/migrations/043_authorities_in_a_tree'
import Urgency from '#database/migrations/065_urgency'
import QueueOrders from '#database/migrations/144_queue_orders'
import Assignees from '#database/migrations/175_assignees'

type Migration = new (...made: ConstructorParameters<typeof BaseSchema>) => BaseSchema

/**
 * A migration that can be taken back and done again on the tables of today. What came after it and
 * leans on the same tables is taken back first: knex cannot rebuild one on SQLite that has a
 * generated column.
 */
export function earlier(migration: Migration, name: string) {
  const run = (one: Migration, called: string) => new one(db.connection(), called, false)
  const later = () => [
    run(AuthoritiesInATree, '043_authorities_in_a_tree'),
    run(Urgency, '065_urgency'),
    run(QueueOrders, '144_queue_orders'),
    run(Assignees, '175_assignees'),
  ]
  return {
    async down() {
      for (const one of later().reverse()) await one.execDown()
      await run(migration, name).execDown()
    },
    async up() {
      await run(migration, name).execUp()
      for (const one of later()) await one.execUp()
    },
  }
}
