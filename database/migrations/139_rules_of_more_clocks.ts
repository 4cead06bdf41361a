import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'
import { insertRows } from '#database/fill'
import { missingFrom } from '#database/national_rules'

/**
 * Rules of the desk's, the unit's and urgency's own clocks, in hours, beside those of last days; and of
 * law 6698 and what law 4982 extends. An installation that works already gets the country's here.
 */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('deadline_rules', (table) => {
      const code = ascii(this, table)
      code('urgency', 10)
      code('starts', 10).notNullable().defaultTo('receipt')
      // Null: from before this was kept.
      table.dateTime('since')
    })
    this.defer(async (client) => {
      const kept = await client.from('deadline_rules').whereNull('authority_id')
      if (kept.length > 0) await insertRows(client, 'deadline_rules', missingFrom(kept))
    })
  }

  async down() {
    for (const column of ['urgency', 'starts', 'since']) {
      this.schema.raw(`alter table deadline_rules drop column ${column}`)
    }
  }
}
