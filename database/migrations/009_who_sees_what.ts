import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * Who sees a petition stands on its row, so that lists read by index what their reader may see and
 * nothing else, however much of the rest has piled up.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('petitions', (table) => {
      const code = ascii(this, table)
      code('desk', 10).notNullable().defaultTo('bureau')
      code('circle', 10).notNullable().defaultTo('house')
    })
    this.defer(async (db) => {
      const bureaus = db.from('units').where('kind', 'bureau').select('id')
      await db
        .from('petitions')
        .whereIn('complained_unit_id', bureaus)
        .update({ desk: 'management' })
    })
    this.schema.alterTable('petitions', (table) => {
      table.index(['authority_id', 'desk', 'stage', 'due_on', 'id'])
      table.index(['authority_id', 'desk', 'id'])
      table.dropIndex(['authority_id', 'stage', 'due_on', 'id'])
      // The managers' figures: each is answered by its index alone.
      table.index(['authority_id', 'unit_id', 'stage', 'due_on', 'circle'])
      table.dropIndex(['authority_id', 'unit_id', 'stage', 'due_on', 'id'])
      table.index(['authority_id', 'received_at', 'subject_id', 'circle'])
      table.dropIndex(['authority_id', 'received_at', 'subject_id'])
      table.index(['complained_unit_id'])
    })
  }

  async down() {
    this.schema.alterTable('petitions', (table) => {
      table.index(['authority_id', 'stage', 'due_on', 'id'])
      table.index(['authority_id', 'unit_id', 'stage', 'due_on', 'id'])
      table.index(['authority_id', 'received_at', 'subject_id'])
      table.dropIndex(['authority_id', 'desk', 'stage', 'due_on', 'id'])
      table.dropIndex(['authority_id', 'desk', 'id'])
      table.dropIndex(['authority_id', 'unit_id', 'stage', 'due_on', 'circle'])
      table.dropIndex(['authority_id', 'received_at', 'subject_id', 'circle'])
      // MariaDB keeps it for the foreign key, as it did before by itself.
      if (this.db.dialect.name !== 'mysql') table.dropIndex(['complained_unit_id'])
    })
    this.schema.alterTable('petitions', (table) => table.dropColumns('desk', 'circle'))
  }
}
