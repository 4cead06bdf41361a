import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { numbersIn } from '#tests/support/inbox'
import { newOfficer, officer, referredTo, submitted } from '#tests/support/journey'
import { unpainted } from '#tests/support/walks/unpainted'

interface Shown {
  free: { count: number }
  people: { id: number; load: Record<string, number | boolean>; isGone: boolean }[]
}

const loads = async (login: string) =>
  (await unpainted(await officer(login), { path: '/birim/yuk' })) as unknown as Shown

test.group('Who has how many', (group) => {
  wrapped(group)

  test('is shown to the head of the unit, each figure with the list that it counts', async ({
    client,
    assert,
  }) => {
    const [tarim, amir] = [await officer('tarim'), await officer('tarim.amir')]
    const late = await referredTo('TAR')
    const open = await referredTo('TAR')
    const waiting = await submitted()
    await referredTo('TAR')
    const given = [late, open, waiting].map(({ id }) => id)
    await db.from('petitions').whereIn('id', given).update({ assignee_id: tarim.id })
    await db.from('petitions').where('id', late.id).update({ due_on: '2026-01-05' })
    const { people, free } = await loads('tarim.amir')
    const { load } = people.find(({ id }) => id === tarim.id)!
    assert.include(load, { open: 2, late: 1, approval: 1, more: false })
    assert.equal(free.count, 1)
    assert.deepEqual(await numbersIn(client, amir, `?filtre=late&kim=${tarim.id}`), [late.number])
    const own = `?filtre=approval&kim=${tarim.id}`
    assert.deepEqual(await numbersIn(client, amir, own), [waiting.number])
    ;(await client.get('/birim/yuk').loginAs(amir)).assertStatus(200)
    ;(await client.get('/birim/yuk').loginAs(tarim)).assertStatus(403)
  })

  test('counts thirty and says that there are more, in the same number of statements', async ({
    assert,
  }) => {
    const ayse = await newOfficer('ayse.tarim', 'TAR', ['unitOfficer'])
    const { statements: few } = await statementsOf(() => loads('tarim.amir'))
    for (let at = 0; at < 32; at++) await referredTo('TAR', { text: `Deneme ${at}` })
    await db.from('petitions').update({ assignee_id: ayse.id })
    const { statements, result } = await statementsOf(() => loads('tarim.amir'))
    const { load } = result.people.find(({ id }) => id === ayse.id)!
    assert.include(load, { open: 30, more: true })
    assert.isAtMost(statements.length, few.length + 1)
  })

  test('leaves out who is gone, but for what they left', async ({ assert }) => {
    const [gone, left] = [
      await newOfficer('giden', 'TAR', ['unitOfficer']),
      await newOfficer('birakan', 'TAR', ['unitOfficer']),
    ]
    const { id } = await referredTo('TAR')
    await db.from('petitions').where('id', id).update({ assignee_id: left.id })
    await db.from('officers').whereIn('id', [gone.id, left.id]).update({ left_on: '2026-01-05' })
    const { people } = await loads('tarim.amir')
    assert.isUndefined(people.find((one) => one.id === gone.id))
    assert.isTrue(people.find((one) => one.id === left.id)!.isGone)
  })
})
