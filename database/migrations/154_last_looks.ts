import { BaseSchema } from '@adonisjs/lucid/schema'

/** When an officer last looked into a unit's inbox: what came since is marked as new. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('last_looks', (table) => {
      table.increments('id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      // What came after this is new in the look that was begun at `looked_at`.
      table.dateTime('since').notNullable()
      table.dateTime('looked_at').notNullable()
      table.unique(['officer_id', 'unit_id'])
    })
  }

  async down() {
    this.schema.dropTable('last_looks')
  }
}
