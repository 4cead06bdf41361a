import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** The day on which an answer reached whoever brought the petition, or somebody who joined it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('answer_deliveries', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // The step that gave the answer.
      table.integer('step_id').unsigned().notNullable().references('steps.id')
      // 0: who brought the petition; else the joining of whoever else reads how it ended.
      table.integer('holder').unsigned().notNullable().defaultTo(0)
      // lookUp, counter, post, headman
      code('way', 10).notNullable()
      // 2026-12-02, in Türkiye.
      code('reached_on', 10).notNullable()
      // Null: the petitioner opened it.
      table.integer('noted_by').unsigned().references('officers.id')
      table.dateTime('noted_at').notNullable()
      // The first time of each way is what counts.
      table.unique(['step_id', 'holder', 'way'])
      table.index(['petition_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('answer_deliveries')
  }
}
