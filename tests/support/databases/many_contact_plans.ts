import db from '@adonisjs/lucid/services/db'

/** What is next with petitioners of units: half of it is done, a quarter of the rest is due today, and one unit has far more than the others. */
export async function manyContactPlans() {
  await db.rawQuery(
    `insert into contact_plans (petition_id, authority_id, unit_id, officer_id, way, day, at, state,
       told, made_by, made_at)
     select petitions.id, petitions.authority_id,
       case when petitions.id % 3 = 0 then
         (select units.id from units where units.authority_id = petitions.authority_id
           and units.code = 'TAR') else petitions.unit_id end,
       (select min(id) from officers),
       case petitions.id % 6 when 0 then 'visit' when 1 then 'meeting' when 2 then 'telephone'
         else 'call' end,
       case when petitions.id % 8 < 2 then ? else '2036-01-05' end, '10:00',
       case when petitions.id % 4 < 2 then 'done' else 'open' end,
       0, (select min(id) from officers), petitions.received_at
     from petitions`,
    [new Date(Date.now() + 3 * 3600_000).toISOString().slice(0, 10)]
  )
  await db
    .from('contact_plans')
    .where('state', 'open')
    .whereRaw('id % 5 = 0')
    .update({ way: 'visit' })
}
