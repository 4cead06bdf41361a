import { BaseSchema } from '@adonisjs/lucid/schema'

const OF_NOBODY = ['authority_id', 'unit_id', 'stage', 'due_on', 'circle']

/** The managers' figures are counted beforehand, and lists go by the unit alone: nothing asks it any more. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('petitions', (table) => table.dropIndex(OF_NOBODY))
  }

  async down() {
    this.schema.alterTable('petitions', (table) => table.index(OF_NOBODY))
  }
}
