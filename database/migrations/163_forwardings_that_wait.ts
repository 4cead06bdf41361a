import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

const WAITING = ['authority_id', 'waits_for', 'id']

/**
 * What the letter of a forwarding says, and what it waits for. Those of before wait for nothing: nobody
 * wrote down what became of them.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('forwardings', (table) => {
      const code = ascii(this, table)
      table.integer('authority_id').unsigned().references('authorities.id')
      table.date('document_date')
      // Who signs it, and as what: an office's, no petitioner's.
      table.string('signatory', 120)
      table.string('signatory_title', 120)
      // `rica` to a body below or beside, `arz` to one above.
      code('closing', 4).notNullable().defaultTo('rica')
      // number, sending, answer; null: nothing.
      code('waits_for', 8)
      table.index(WAITING)
    })
    this.defer((db) =>
      db.rawQuery(`update forwardings set authority_id = (
        select authority_id from units where units.id = forwardings.unit_id)`)
    )
  }

  async down() {
    this.schema.alterTable('forwardings', (table) => {
      table.dropForeign('authority_id')
      table.dropIndex(WAITING)
      for (const column of ['authority_id', 'document_date', 'signatory']) table.dropColumn(column)
      for (const column of ['signatory_title', 'closing', 'waits_for']) table.dropColumn(column)
    })
  }
}
