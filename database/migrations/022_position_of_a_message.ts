import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The place of the gateway that has to send a message is called as such. MariaDB and MySQL change the
 * names alone, without touching a row; SQLite makes the one index anew.
 */
export default class extends BaseSchema {
  async up() {
    this.#rename('turn', 'position')
  }

  async down() {
    this.#rename('position', 'turn')
  }

  #rename(old: string, name: string) {
    this.schema.raw(`alter table messages rename column ${old} to ${name}`)
    const index = (column: string) => `messages_channel_${column}_next_at_id_index`
    if (this.db.dialect.name === 'mysql') {
      this.schema.raw(`alter table messages rename index ${index(old)} to ${index(name)}`)
      return
    }
    this.schema.raw(`drop index ${index(old)}`)
    this.schema.raw(`create index ${index(name)} on messages (channel, ${name}, next_at, id)`)
  }
}
