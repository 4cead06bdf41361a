import { BaseSchema } from '@adonisjs/lucid/schema'

/** Herkese açık konu: on which subjects somebody may join what others have told of. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('subjects', (table) => {
      table.boolean('joinable').notNullable().defaultTo(false)
    })
  }

  async down() {
    this.schema.alterTable('subjects', (table) => {
      table.dropColumn('joinable')
    })
  }
}
