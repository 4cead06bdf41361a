import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Several authorities on one server: by which name each is asked for, and under which it sends texts. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('authorities', (table) => {
      const code = ascii(this, table)
      // Without a port, in small letters, as DNS has it (RFC 1035: at most 253).
      code('host', 253).unique()
      // As the operators have registered it; without one the gateway's own stands.
      code('sender', 11)
    })
  }

  async down() {
    this.schema.alterTable('authorities', (table) => {
      table.dropUnique(['host'])
      table.dropColumns('host', 'sender')
    })
  }
}
