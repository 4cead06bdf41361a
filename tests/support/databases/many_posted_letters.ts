import db from '@adonisjs/lucid/services/db'

/** A letter of every petition, all of one answer: most have arrived, a tenth waits, a tenth is on its way. */
export async function manyPostedLetters() {
  await db.rawQuery(
    `insert into posted_letters (authority_id, petition_id, step_id, attempt, way, state, made_at)
     select petitions.authority_id, petitions.id, (select min(id) from steps), petitions.id, 'post',
       case petitions.id % 10 when 0 then 'waiting' when 1 then 'posted' else 'delivered' end,
       petitions.received_at
     from petitions`
  )
  await db.rawQuery(
    `insert into answer_deliveries (petition_id, step_id, holder, way, reached_on, noted_at)
     select petition_id, step_id, petition_id, 'post', '2026-01-05', made_at from posted_letters
     where state = 'delivered'`
  )
}
