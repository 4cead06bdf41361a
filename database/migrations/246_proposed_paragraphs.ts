import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Paragraphs that a proposal put into an answer, by a keyed digest of their words, until a person confirms each. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('proposed_paragraphs', (table) => {
      table.increments('id')
      table.integer('proposal_id').unsigned().notNullable().references('draft_proposals.id')
      table.smallint('position').unsigned().notNullable()
      // How many words the digest is of.
      table.smallint('words').unsigned().notNullable()
      ascii(this, table)('digest', 64).notNullable()
      table.integer('confirmed_by').unsigned().references('officers.id')
      table.dateTime('confirmed_at')
      table.unique(['proposal_id', 'position'])
    })
  }

  async down() {
    this.schema.dropTable('proposed_paragraphs')
  }
}
