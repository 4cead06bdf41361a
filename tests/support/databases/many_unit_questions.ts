import db from '@adonisjs/lucid/services/db'

/** Of so many petitions with a unit one asks another unit something. */
const ONE_OF = 4

/** What units are asked: half of it was answered, and one unit is asked far more than the others. */
export async function manyUnitQuestions() {
  await db.rawQuery(
    `insert into unit_questions (petition_id, sort, unit_id, for_unit_id, asked_by, question, due_on,
       asked_at, state, words, ended_by, ended_at)
     select petitions.id, 'part', units.id, petitions.unit_id,
       (select min(id) from officers), 'Yerine bakın.', petitions.due_on, petitions.received_at,
       case when petitions.id % 8 = 0 then 'answered' else 'open' end,
       case when petitions.id % 8 = 0 then 'Bakıldı.' end,
       case when petitions.id % 8 = 0 then (select min(id) from officers) end,
       case when petitions.id % 8 = 0 then petitions.received_at end
     from petitions join units on units.authority_id = petitions.authority_id
       and units.code in ('TAR', 'TAPU') and units.id <> petitions.unit_id
     where petitions.id % ? = 0`,
    [ONE_OF]
  )
}
