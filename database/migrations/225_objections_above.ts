import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whose officers decide an objection: those of its own authority, or of one that stands above. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('objections', (table) => {
      table.integer('deciding_id').unsigned()
      table.index(['deciding_id', 'state', 'due_on', 'id'])
    })
    this.defer(async (client) => {
      await client.from('objections').update({ deciding_id: client.raw('authority_id') })
    })
  }

  async down() {
    this.schema.alterTable('objections', (table) => {
      table.dropIndex(['deciding_id', 'state', 'due_on', 'id'])
      table.dropColumn('deciding_id')
    })
  }
}
