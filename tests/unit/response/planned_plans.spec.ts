import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { ContactPlan } from '#response'
import { today } from '#shared/dates/turkish_date'
import { emptied } from '#tests/support/database'
import { manyContactPlans } from '#tests/support/databases/many_contact_plans'
import { learnTables, sinsOf } from '#tests/support/databases/plans'
import { sentBy } from '#tests/support/databases/sent_by'
import { officer } from '#tests/support/journey'
import { manyPetitions } from '#tests/support/many_petitions'
import { awaitedAtDesk } from '../../../app/response/contacts/lists/awaited.ts'
import { PlannedList } from '../../../app/response/contacts/lists/planned_list.ts'
import { visitsOn } from '../../../app/response/contacts/round/round_of.ts'

test.group('What is planned with petitioners', (group) => {
  emptied(group)

  test('is listed a page at a time along an index, however much there is', async ({ assert }) => {
    await manyPetitions(2500)
    await manyContactPlans()
    if (db.connection().dialect.name === 'mysql') {
      await db.rawQuery('analyze table petitions, contact_plans')
    }
    await learnTables()
    const [tarim, masa] = [await officer('tarim'), await officer('masa')]
    const { petitionId: id } = await ContactPlan.query().firstOrFail()
    const sent = await sentBy(async () => {
      const first = await PlannedList.page(tarim, '')
      assert.isNotNull(first.next)
      await PlannedList.page(tarim, first.next!)
      await PlannedList.due(tarim)
      await visitsOn(tarim, today().toISODate()!, null)
      await visitsOn(tarim, today().toISODate()!, tarim.id)
      await awaitedAtDesk(masa)
      await ContactPlan.openOf({ id })
    })
    assert.isAbove(sent.length, 6)
    for (const one of sent) assert.deepEqual(await sinsOf(one), [], one.sql)
  })

  test('is found whole by its pages, each once, and a false address is none', async ({
    assert,
  }) => {
    await manyPetitions(1000)
    await manyContactPlans()
    const tarim = await officer('tarim')
    const found: number[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof PlannedList.page>> = await PlannedList.page(
        tarim,
        after
      )
      found.push(...page.rows.map(({ id }) => id))
      after = page.next
    }
    const open = { unit_id: tarim.atUnit!, state: 'open' }
    const all = (await ContactPlan.query().where(open)).map(({ id }) => id)
    assert.includeMembers(all, found)
    assert.equal(new Set(found).size, found.length)
    for (const typed of ['99999999999.1', '1', '\u0000']) {
      const { rows } = await PlannedList.page(tarim, typed)
      assert.deepEqual(
        rows.map(({ id }) => id),
        found.slice(0, rows.length)
      )
    }
  })
})
