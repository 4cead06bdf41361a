import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * Whose answer it is, and what each hand had written before another changed it. And which petition
 * brought the same words last, found by the insert itself.
 */
export default class extends BaseSchema {
  // SQLite rebuilds a table to add a reference, and turns foreign keys off meanwhile: it ignores
  // that inside a transaction.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('petitions', (table) => {
      const code = ascii(this, table)
      code('words_digest', 32).nullable().unique()
    })
    this.schema.alterTable('answers', (table) => {
      table.integer('submitted_by').unsigned().references('officers.id')
    })
    this.defer(async (db) => {
      // What waits for a head, or was given, is its submitter's: the step says who that was.
      await db.rawQuery(
        `update answers set submitted_by = (
          select steps.officer_id from steps
          where steps.petition_id = answers.petition_id and steps.unit_id = answers.unit_id
            and steps.kind = 'submitted'
          order by steps.position desc limit 1
        ) where submitted_at is not null`
      )
    })

    this.schema.createTable('answer_versions', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('answer_id').unsigned().notNullable().references('answers.id')
      // The answer's own version while these were its words.
      table.integer('version').notNullable()
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      code('outcome', 20)
      code('ground', 30)
      table.text('text', 'mediumtext').notNullable()
      table.text('reason')
      table.text('remedy')
      table.dateTime('written_at').notNullable()
      table.unique(['answer_id', 'version'])
    })
  }

  async down() {
    this.schema.dropTable('answer_versions')
    this.schema.alterTable('answers', (table) => {
      table.dropForeign('submitted_by')
      table.dropColumn('submitted_by')
    })
    this.schema.alterTable('petitions', (table) => {
      table.dropUnique(['words_digest'])
      table.dropColumn('words_digest')
    })
  }
}
