import { BaseSchema } from '@adonisjs/lucid/schema'

/** A gateway is well when texts get through it, not when it is connected. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('gateway_reports', (table) => {
      // Since when nothing gets through although it is tried; null while the gateway is well.
      table.dateTime('failing_since')
      table.dateTime('carried_at')
      // What it said last when it did not take a text.
      table.string('refusal', 200)
      table.dateTime('refused_at')
    })
  }

  async down() {
    this.schema.alterTable('gateway_reports', (table) => {
      table.dropColumns('failing_since', 'carried_at', 'refusal', 'refused_at')
    })
  }
}
