import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the daily round walks through in the order in which it came; by its day it would sort it first. */
const WALKED = [
  ['objections', ['state', 'due_on', 'id'], ['state', 'id']],
  ['commitments', ['state', 'recalled_at', 'day', 'id'], ['state', 'recalled_at', 'id']],
  ['directives', ['state', 'reminded_at', 'day', 'id'], ['state', 'reminded_at', 'id']],
] as const

/** What is not done of an authority's directives, whoever got it, for the digests. */
const NOT_DONE = ['authority_id', 'done_at', 'day', 'id']

export default class extends BaseSchema {
  async up() {
    for (const [name, byDay, inTurn] of WALKED) {
      this.schema.alterTable(name, (table) => {
        table.dropIndex([...byDay])
        table.index([...inTurn])
      })
    }
    this.schema.alterTable('directives', (table) => table.index(NOT_DONE))
  }

  async down() {
    this.schema.alterTable('directives', (table) => table.dropIndex(NOT_DONE))
    for (const [name, byDay, inTurn] of WALKED) {
      this.schema.alterTable(name, (table) => {
        table.dropIndex([...inTurn])
        table.index([...byDay])
      })
    }
  }
}
