import { BaseSchema } from '@adonisjs/lucid/schema'

/** The unit in which somebody worked before, as long as petitions of it may be in their hands. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('officers', (table) => {
      table.integer('left_unit_id').unsigned().index()
    })
  }

  async down() {
    this.schema.alterTable('officers', (table) => {
      table.dropIndex(['left_unit_id'])
      table.dropColumn('left_unit_id')
    })
  }
}
