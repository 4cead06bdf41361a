import { BaseSchema } from '@adonisjs/lucid/schema'

/** So many of the last charges: more than an authority learns from. */
const NEWEST = 100_000

/** What was referred before suggestions were kept: learned from as well, and in no figure of them. */
export default class extends BaseSchema {
  async up() {
    this.defer(async (client) => {
      const newest = await client.from('referrals').max('id as id').first()
      await client.rawQuery(
        `insert into suggestion_choices
           (authority_id, petition_id, unit_id, officer_id, chosen_at, given_back_at)
         select petitions.authority_id, referrals.petition_id, referrals.unit_id,
           referrals.officer_id, referrals.made_at, returns.given_back_at
         from referrals
         join petitions on petitions.id = referrals.petition_id
         join units on units.id = referrals.unit_id and units.authority_id = petitions.authority_id
         left join returns on returns.referral_id = referrals.id
         where referrals.id > ?
         order by referrals.id`,
        [Number(newest?.id ?? 0) - NEWEST]
      )
    })
  }

  async down() {}
}
