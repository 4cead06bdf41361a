import db from '@adonisjs/lucid/services/db'

/**
 * Every petition in one of three waves or alone in one of its own, a third of the members read apart; one
 * unit answered one of them, stopped it once and has most of it before it.
 */
export async function manyWaves() {
  const at = '2026-01-05 09:00:00'
  await db.rawQuery(
    `insert into waves (authority_id, terms, core, members, many, apart, learnt_at, rereads, read_to,
       began_at, last_at)
     select petitions.authority_id, 'deste haney', 'destek haneye verilecek lira', 1,
       case when petitions.id % 50 = 0 then 1 else 0 end, 0,
       case when petitions.id % 50 = 0 then 10 else 0 end, 0, 0, ?, petitions.received_at
     from petitions`,
    [at]
  )
  const waves = await db.from('waves').where('many', true).orderBy('id').limit(3)
  const [one, two, three] = waves.map(({ id }) => id as number)
  await db.rawQuery(
    `insert into wave_members (wave_id, petition_id, read_as)
     select case petitions.id % 4 when 0 then ? when 1 then ? else ? end, petitions.id,
       case petitions.id % 9 when 0 then 'says' when 1 then 'asks' when 2 then 'number'
         else 'copy' end
     from petitions`,
    [one!, two!, three!]
  )
  await db.rawQuery(
    `insert into wave_answers (wave_id, unit_id, version, text, drafted_by, drafted_at, submitted_by,
       submitted_at, approved_by, approved_at, given_to, ended_at)
     select waves.id, units.id, 1, 'Yoktur.', officers.id, ?, officers.id, ?, officers.id, ?, 2000,
       case waves.id when ? then null else ? end
     from waves
     join units on units.authority_id = waves.authority_id and units.code = 'TAR'
     join officers on officers.login = 'tarim.amir'
     where waves.many = 1`,
    [at, at, at, three!, at]
  )
  await db.rawQuery(
    `insert into wave_works (wave_answer_id, petition_id, state)
     select wave_answers.id, wave_members.petition_id,
       case wave_members.id % 10 when 0 then 'left' when 1 then 'answered' else 'waits' end
     from wave_answers join wave_members on wave_members.wave_id = wave_answers.wave_id`
  )
  await db.rawQuery(
    `insert into wave_stops (wave_answer_id, stopped_by, stopped_at, resumed_by, resumed_at)
     select id, approved_by, ?, approved_by, ? from wave_answers`,
    [at, at]
  )
  return three!
}
