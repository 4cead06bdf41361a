import { BaseSchema } from '@adonisjs/lucid/schema'

/** The names of a representative's fields are longer; SQLite asks nobody how long. */
export default class extends BaseSchema {
  async up() {
    this.#hold(20)
  }

  async down() {
    this.#hold(12)
  }

  #hold(letters: number) {
    if (this.db.dialect.name !== 'mysql') return
    const column = `varchar(${letters}) collate ascii_bin not null`
    this.schema.raw(`alter table amendments modify field ${column}`)
  }
}
