import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Gelen posta: what arrived at the bureau's mailbox, and how far the mailbox was read. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('mail_accounts', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().unique().references('authorities.id')
      // Host, user and folder, keyed: another one is read from its beginning.
      code('account', 64).notNullable()
      // How the server numbers, and the last number that was taken in.
      code('uid_validity', 20).notNullable()
      table.integer('uid').unsigned().notNullable()
      // Which one is being read, and how often that was begun.
      table.integer('trying').unsigned().notNullable()
      table.integer('tries').unsigned().notNullable()
      table.integer('waiting').unsigned().notNullable()
      // Of what made no proposal, how many for which reason.
      table.string('ignored', 200).notNullable()
      // Which process reads it, and until when.
      code('holder', 36)
      table.dateTime('until')
      table.dateTime('looked_at')
      code('fault', 20)
      table.dateTime('faulty_since')
    })

    this.schema.createTable('mails', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // Message-ID, sender, subject and day, keyed: the same mail is there once.
      code('digest', 64).notNullable()
      // Under which its files lie: the token of the form that is made of it, as its digest.
      code('holder', 64).notNullable().unique()
      table.text('token')
      table.text('sender')
      code('sender_index', 64)
      table.text('name')
      table.text('subject')
      table.text('text', 'longtext')
      // What stayed in the mailbox, a list, and whether the rest of the text did.
      table.text('left_behind', 'mediumtext')
      table.boolean('is_cut').notNullable()
      table.boolean('is_unread').notNullable()
      table.dateTime('arrived_at').notNullable()
      code('state', 10).notNullable()
      code('reason', 20)
      table.integer('petition_id').unsigned().references('petitions.id')
      table.integer('decided_by').unsigned().references('officers.id')
      table.dateTime('decided_at')
      table.dateTime('told_at')
      table.dateTime('created_at').notNullable()
      table.unique(['authority_id', 'digest'])
      table.index(['authority_id', 'state', 'id'])
      table.index(['sender_index', 'told_at'])
    })
  }

  async down() {
    this.schema.dropTable('mails')
    this.schema.dropTable('mail_accounts')
  }
}
