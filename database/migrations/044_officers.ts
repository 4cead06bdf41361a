import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'
import { foldNames } from '#database/folded_names'

/** Officers as they are kept by people: found by name, with first passwords that are handed over. */
export default class extends BaseSchema {
  async up() {
    const onMysql = this.db.dialect.name === 'mysql'
    this.schema.alterTable('officers', (table) => {
      const name = table.string('folded_name', 180).notNullable().defaultTo('')
      if (onMysql) name.collate('utf8mb4_bin')
      table.text('email')
      table.text('phone')
      // Until when the password opens that somebody else handed over; none: it is one's own.
      table.dateTime('password_until')
      // How often the limits of tries at this login were lifted.
      table.integer('unlocks').notNullable().defaultTo(0)
      // Who takes the drafts on the day of leaving.
      table.integer('drafts_to').unsigned()
      table.index(['authority_id', 'folded_name', 'id'])
    })

    this.schema.createTable('password_slips', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      // None: from the command line.
      table.integer('issued_by').unsigned().references('officers.id')
      code('way', 10).notNullable()
      code('occasion', 10).notNullable()
      // Of a link alone; a slip's password is the officer's own until it is replaced.
      code('digest', 64).unique()
      table.dateTime('issued_at').notNullable().index()
      table.dateTime('expires_at').notNullable()
      table.dateTime('used_at')
      // Another one took its place, or the officer left.
      table.dateTime('withdrawn_at')
      table.dateTime('told_at')
      table.index(['authority_id', 'id'])
      table.index(['officer_id', 'id'])
    })

    // Whose drafts are not before the head: those are handed on when somebody leaves.
    this.schema.alterTable('answers', (table) => {
      table.index(['drafted_by', 'submitted_at'])
    })
    this.defer(foldNames)
  }

  async down() {
    this.schema.dropTable('password_slips')
    this.schema.alterTable('officers', (table) => {
      table.dropIndex(['authority_id', 'folded_name', 'id'])
    })
    this.schema.alterTable('officers', (table) => {
      for (const name of [
        'folded_name',
        'email',
        'phone',
        'password_until',
        'unlocks',
        'drafts_to',
      ]) {
        table.dropColumn(name)
      }
    })
    // MariaDB keeps the index for the foreign key that leans on it.
  }
}
