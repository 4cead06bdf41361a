import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'
import { insertRows } from '#database/fill'
import { missingFrom } from '#database/national_rules'

/**
 * What each petitioner is asked after an answer, until when, and what they said; with the country's
 * rules of how long that and an objection take.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('surveys', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      // The step that concluded it.
      table.integer('step_id').unsigned().notNullable().references('steps.id')
      table.date('concluded_on').notNullable()
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // As the answer was given: whose it is.
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // The last day on which it can be said, and objected to: counted from the day on which the answer
      // reached its petitioner; null: nobody knows of one yet.
      table.date('closes_on')
      // Until when the link opens where the answer was not opened: counted from the day of the answer.
      table.date('link_until').notNullable()
      // Of the address in the e-mail; null: none was sent.
      code('link_digest', 64)
      // yes, partly, no.
      code('solved', 6)
      table.text('words')
      table.dateTime('answered_at')
      // code or link.
      code('way', 4)
      // When the lot was drawn for it; null: not yet.
      table.date('drawn_on')
      table.unique(['step_id'])
      table.unique(['link_digest'])
      table.index(['petition_id', 'id'])
      table.index(['drawn_on', 'id'])
      table.index(['authority_id', 'answered_at', 'id'])
    })
    this.defer(async (client) => {
      const rules = await client.from('deadline_rules').whereNull('authority_id')
      // Where there are none the whole set comes with the first authority.
      if (rules.length === 0) return
      await insertRows(client, 'deadline_rules', missingFrom(rules))
    })
  }

  async down() {
    this.schema.dropTable('surveys')
  }
}
