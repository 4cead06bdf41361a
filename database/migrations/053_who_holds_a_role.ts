import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which authorities have somebody who names others: asked by role, whatever number works there. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('officer_roles', (table) => {
      table.index(['role', 'officer_id'])
    })
  }

  async down() {
    this.schema.alterTable('officer_roles', (table) => {
      table.dropIndex(['role', 'officer_id'])
    })
  }
}
