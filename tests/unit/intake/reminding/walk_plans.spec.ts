import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { ClimbedTally, climbedTo, OPEN_STAGES } from '#intake'
import { today } from '#shared/dates/turkish_date'
import { emptied } from '#tests/support/database'
import { manyUnitQuestions } from '#tests/support/databases/many_unit_questions'
import { learnTables, sinsOf } from '#tests/support/databases/plans'
import { sentBy } from '#tests/support/databases/sent_by'
import { RowCounts } from '#tests/support/databases/row_counts'
import { officer } from '#tests/support/journey'
import { manyPetitions } from '#tests/support/many_petitions'
import { addresses, onAWednesday, round } from '#tests/support/reminding'

/**
 * SQLite would go on planning by it for all that is tested after this: by its samples as well, and by
 * the sizes of tables that a connection keeps until it reads the schema anew.
 */
async function forgetWhatWasCounted() {
  const counted = await db.from('sqlite_schema').select('name').whereLike('name', 'sqlite_stat%')
  for (const { name } of counted) await db.rawQuery(`drop table ${name}`)
  await db.rawQuery('vacuum')
}

test.group('What a round asks the database', (group) => {
  onAWednesday(group)
  emptied(group)

  /** As they stand after some months. */
  async function digestsOfBefore() {
    const people: { id: number }[] = await db.from('officers').select('id').orderBy('id').limit(20)
    const rows = people.flatMap(({ id }) =>
      Array.from({ length: 60 }, (_one, at) => {
        const day = today().minus({ days: at + 1 })
        return { officer_id: id, day: day.toISODate()!, news_until: `${day.toISODate()} 05:00:00` }
      })
    )
    for (let at = 0; at < rows.length; at += 200) {
      await db.table('digests').multiInsert(rows.slice(at, at + 200))
    }
  }

  test('goes along indexes in which nothing concluded stands', async ({ assert, cleanup }) => {
    await addresses('sef', 'kaymakam', 'tarim', 'tarim.amir')
    await manyPetitions(2500)
    await manyUnitQuestions()
    const pages = async () => {
      for (const login of ['sef', 'kaymakam', 'tarim.amir']) {
        await climbedTo(await officer(login))
        await ClimbedTally.seenBy(await officer(login))
      }
    }
    await round()
    await digestsOfBefore()
    if (db.connection().dialect.name === 'mysql') {
      await db.rawQuery('analyze table petitions, reminders, petitioners, unit_questions')
    } else {
      await db.rawQuery('analyze')
      cleanup(forgetWhatWasCounted)
    }
    await db.from('daily_rounds').delete()
    await learnTables()
    const sent = await sentBy(async () => {
      await round()
      await pages()
    })
    assert.isAbove(sent.length, 10)
    const walk = sent.filter(({ sql }) => /open_listed_on/.test(sql))
    assert.lengthOf(walk, 3, 'the rest of a day, the days after it, and how many there are')
    for (const one of sent) {
      assert.deepEqual(await sinsOf(one), [], one.sql)
    }
  })

  test('reads no more for what is concluded, nor memory', async ({ assert }) => {
    if (db.connection().dialect.name !== 'mysql') return
    await manyPetitions(600)
    await round()
    const read = async () => {
      await db.from('daily_rounds').delete()
      const counts = await RowCounts.begin()
      await round()
      return (await counts.since()).read
    }
    const few = await read()
    const kaymakam = await officer('kaymakam')
    const counts = await RowCounts.begin()
    const how = await ClimbedTally.seenBy(kaymakam)
    assert.isAtMost((await counts.since()).read, 100, 'figures of three rungs')
    assert.isTrue(how.every(({ count }) => count > 30))
    const open = await db.from('petitions').whereIn('stage', [...OPEN_STAGES])
    const [copied] = await db.from('petitions').where('stage', 'concluded').limit(1)
    const { id: _i, open_on: _o, listed_on: _l, open_listed_on: _p, ...written } = copied
    const { place_order: _place, subject_order: _subject, ...row } = written
    const more = Array.from({ length: 3000 }, (_one, at) => ({ ...row, number: `${8e9 + at}` }))
    for (let at = 0; at < more.length; at += 500) {
      await db.table('petitions').multiInsert(more.slice(at, at + 500))
    }
    const many = await read()
    assert.isBelow(few, open.length * 30)
    assert.isBelow(many, few * 1.1)
  })
})
