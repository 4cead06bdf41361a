import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * By its version whoever remembers a tally sees that it is no longer what it was, without reading it
 * anew. Those from before have 0 until they are written again.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('tallies', (table) => {
      table.integer('version').unsigned().notNullable().defaultTo(0)
    })
  }

  async down() {
    this.schema.alterTable('tallies', (table) => table.dropColumn('version'))
  }
}
