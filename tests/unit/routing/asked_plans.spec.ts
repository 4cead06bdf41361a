import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { UnitQuestion } from '#intake'
import { AskedList } from '#routing'
import { emptied } from '#tests/support/database'
import { manyUnitQuestions } from '#tests/support/databases/many_unit_questions'
import { learnTables, sinsOf } from '#tests/support/databases/plans'
import { sentBy } from '#tests/support/databases/sent_by'
import { officer } from '#tests/support/journey'
import { manyPetitions } from '#tests/support/many_petitions'

test.group('What units are asked', (group) => {
  emptied(group)

  test('is listed a page at a time along an index, from the first to the last', async ({
    assert,
  }) => {
    await manyPetitions(2500)
    await manyUnitQuestions()
    const onMysql = db.connection().dialect.name === 'mysql'
    if (onMysql) await db.rawQuery('analyze table petitions, unit_questions')
    await learnTables()
    const tapu = await officer('tapu')
    const { petitionId: id } = await UnitQuestion.query().firstOrFail()
    const sent = await sentBy(async () => {
      for (const filter of ['open', 'ended'] as const) {
        const first = await AskedList.page(tapu, filter, '')
        assert.lengthOf(first.rows, 30)
        await AskedList.page(tapu, filter, first.next!)
      }
      await AskedList.first(tapu)
      await AskedList.told(tapu, DateTime.utc().minus({ days: 7 }), 5)
      await UnitQuestion.of({ id })
      await UnitQuestion.openOf({ id })
    })
    assert.isAbove(sent.length, 6)
    for (const one of sent) assert.deepEqual(await sinsOf(one), [], one.sql)
  })

  test('is found whole by its pages, each once', async ({ assert }) => {
    await manyPetitions(1000)
    await manyUnitQuestions()
    const tapu = await officer('tapu')
    for (const filter of ['open', 'ended'] as const) {
      const found: number[] = []
      for (let after: string | null = ''; after !== null;) {
        const page: Awaited<ReturnType<typeof AskedList.page>> = await AskedList.page(
          tapu,
          filter,
          after
        )
        found.push(...page.rows.map(({ id }) => id))
        after = page.next
      }
      const isOpen = filter === 'open'
      const all = await UnitQuestion.query().where('unit_id', tapu.atUnit!)
      const wanted = all.filter((one) => one.isOpen === isOpen).map(({ id }) => id)
      assert.sameMembers(found, wanted)
      assert.equal(new Set(found).size, found.length)
      for (const typed of ['2026-99-99.1', '99999999999.1', '1', '\u0000']) {
        assert.isNotEmpty((await AskedList.page(tapu, filter, typed)).rows)
      }
    }
  })
})
