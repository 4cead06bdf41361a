import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What one number got lately is found however much it got before; whether a unit sees a petition by one
 * entry, and not by going through all that a small unit sees.
 */
export default class extends BaseSchema {
  async up() {
    this.#replace('messages', ['recipient_index'], ['recipient_index', 'created_at'])
    this.#replace('petition_readers', PAIR, [...PAIR, 'until'])
  }

  async down() {
    this.#replace('petition_readers', [...PAIR, 'until'], PAIR)
    this.#replace('messages', ['recipient_index', 'created_at'], ['recipient_index'])
  }

  #replace(name: string, old: string[], by: string[]) {
    this.schema.alterTable(name, (table) => {
      table.index(by)
      table.dropIndex(old)
    })
  }
}

const PAIR = ['petition_id', 'unit_id']
