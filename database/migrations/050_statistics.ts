import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What petitioners may say of themselves for statistics, where their authority asks: beside the petition, for nobody who works on it. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('authorities', (table) => {
      table.boolean('asks_statistics').notNullable().defaultTo(false)
    })
    this.schema.createTable('petition_statistics', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().unique().references('petitions.id')
      table.integer('birth_year')
      code('sex', 10)
      code('schooling', 20)
      code('work', 20)
    })
  }

  async down() {
    this.schema.dropTable('petition_statistics')
    this.schema.alterTable('authorities', (table) => {
      table.dropColumn('asks_statistics')
    })
  }
}
