import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Texts that an authority keeps for answers. A row never says anything else: whoever changes it closes
 * it and enters another.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('ready_texts', (table) => {
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // None: for every subject.
      table.integer('subject_id').unsigned().references('subjects.id')
      table.string('title', 100).notNullable()
      table.text('text').notNullable()
      table.text('text_en')
      table.boolean('is_on').notNullable().defaultTo(true)
      table.integer('first_id').unsigned()
      table.integer('version').notNullable().defaultTo(1)
      table.integer('written_by').unsigned().references('officers.id')
      table.dateTime('entered_at').notNullable()
      table.dateTime('closed_at')
      table.index(['authority_id', 'closed_at', 'id'])
      table.index(['first_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('ready_texts')
  }
}
