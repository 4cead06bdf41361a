import { BaseSchema } from '@adonisjs/lucid/schema'

const OF_AN_AUTHORITY = ['authority_id', 'given_back_at']

/** Whose unit gave it back, so that an authority's latest returns are found without all others. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('returns', (table) => {
      table.integer('authority_id').unsigned().references('authorities.id')
      table.index(OF_AN_AUTHORITY)
    })
    this.defer((db) =>
      db.rawQuery(`update returns set authority_id = (
        select units.authority_id from referrals join units on units.id = referrals.unit_id
        where referrals.id = returns.referral_id)`)
    )
  }

  async down() {
    this.schema.alterTable('returns', (table) => {
      table.dropForeign('authority_id')
      table.dropIndex(OF_AN_AUTHORITY)
      table.dropColumn('authority_id')
    })
  }
}
