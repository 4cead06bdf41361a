import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii, reasons } from '#database/columns'
import { fillDeadlines } from '#database/deadlines'

/**
 * Each last day is a row with the reason that it had when it was set: reckoned anew, an entered leave
 * or a changed rule would make it untrue. Petitions received before get theirs here.
 */
export default class extends BaseSchema {
  // The fill commits a page at a time; broken off anywhere, the next run goes on where it stopped.
  static disableTransactions = true

  async up() {
    if (!(await this.db.schema.hasTable('deadlines'))) {
      this.schema.createTable('deadlines', (table) => {
        const code = ascii(this, table)
        table.increments('id')
        table.integer('petition_id').unsigned().notNullable().references('petitions.id')
        code('clock', 10).notNullable()
        table.date('due_on').notNullable()
        table.integer('rule_id').unsigned().notNullable().references('deadline_rules.id')
        reasons(table)
        table.dateTime('since').notNullable()
        table.dateTime('until')
        table.integer('step_id').unsigned().notNullable().references('steps.id')
        table.unique(['petition_id', 'clock', 'step_id'])
      })
    }
    this.defer((client) => fillDeadlines(client))
  }

  async down() {
    this.schema.dropTable('deadlines')
  }
}
