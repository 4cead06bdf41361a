import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { expireQuestions, Question, remindAsked } from '#intake'
import { emptied } from '#tests/support/database'
import { learnTables, sinsOf } from '#tests/support/databases/plans'
import { sentBy } from '#tests/support/databases/sent_by'
import { manyPetitions } from '#tests/support/many_petitions'
import { openQuestions } from '../../../app/intake/clarifying/open_questions.ts'

const DAY = DateTime.utc(2026, 12, 2)

/** Of half of all petitions something was asked; a tenth of that waits, of all days. */
async function manyQuestions() {
  await db.rawQuery(
    `insert into questions (petition_id, unit_id, officer_id, text, asked_at, passed_text, passed_by,
       passed_at, answer_by, ended_as)
     select id, unit_id, (select min(id) from officers), 'Hangi gün?', received_at, 'Hangi gün?',
       (select min(id) from officers), received_at,
       case when id % 3 = 0 then '2026-11-30' else '2027-03-01' end,
       case when id % 20 <> 0 then 'answered' end
     from petitions where id % 2 = 0`
  )
}

test.group('Questions that wait', (group) => {
  emptied(group)

  test('are found along an index, whatever was asked and answered', async ({ assert }) => {
    await manyPetitions(2500)
    await manyQuestions()
    if (db.connection().dialect.name === 'mysql') {
      await db.rawQuery('analyze table questions, petitions')
    }
    await learnTables()
    const one = await Question.firstOrFail()
    const sent = await sentBy(async () => {
      assert.isAbove(await expireQuestions(DAY, () => true), 0)
      await remindAsked(DAY, () => true)
      await Question.of({ id: one.petitionId })
      await Question.lastOf({ id: one.petitionId })
    })
    const own = sent.filter(({ sql }) => /^select.* from .questions./.test(sql))
    assert.isAbove(own.length, 3)
    for (const each of own) assert.deepEqual(await sinsOf(each), [], each.sql)
  })

  test('are each there once, however many pieces they are', async ({ assert }) => {
    await manyPetitions(2500)
    await manyQuestions()
    await db.from('questions').update({ ended_as: null })
    const found: number[] = []
    for await (const { id } of openQuestions(DAY, 'any')) found.push(id)
    assert.isAbove(found.length, 200)
    assert.equal(new Set(found).size, found.length)
    const all = await db.from('questions').where('answer_by', '<', DAY.toISODate()!)
    assert.lengthOf(all, found.length)
  })
})
