import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { climbObjections, type Petition } from '#intake'
import { objectionCounts } from '#response'
import { today } from '#shared/dates/turkish_date'
import { PhoneNumber } from '#shared/typed/phone_number'
import { answered, objected } from '#tests/support/afterwards'
import { open, says, send } from '#tests/support/at_the_card'
import { fresh, stepsOf } from '#tests/support/clarifying'
import { wrapped } from '#tests/support/database'
import { sentBy } from '#tests/support/databases/sent_by'
import { newOfficer, officer } from '#tests/support/journey'
import { itIs, onAWednesday } from '#tests/support/reminding'

const goesOn = () => true
const REJECTED = { decision: 'rejected', letter: 'Cevap yerindedir.' }
const objection = ({ id }: { id: number }) =>
  db.from('objections').where('petition_id', id).firstOrFail()

/** Nobody works there any more but these. */
async function onlyStay(...logins: string[]) {
  await db.from('officers').whereNotIn('login', logins).update({ left_on: '2026-12-01' })
}

test.group('Whoever decides an objection', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('is one level higher where nobody is on the next one', async ({ client, assert }) => {
    const { petition, secret } = await answered()
    await onlyStay('tarim.amir', 'tarim', 'kaymakam')
    await objected(client, petition, secret)
    assert.equal((await objection(petition)).level, 'manager')
    const done = await send(client, await officer('kaymakam'), petition, 'itiraz', REJECTED)
    done.assertStatus(303)
  })

  test('is nobody who brought the petition', async ({ client, assert }) => {
    const { petition, secret } = await answered({ phone: PhoneNumber.parse('0500 012 34 56') })
    await onlyStay('tarim.amir', 'tarim', 'sef', 'kaymakam')
    const owner = await db.from('petitioners').where('petition_id', petition.id).firstOrFail()
    const own = { own_phone_index: owner.phone_index, own_phone: owner.phone }
    await db.from('officers').where('login', 'sef').update(own)
    await objected(client, petition, secret)
    assert.equal((await objection(petition)).level, 'manager')
  })

  test('is the only one there is, where nobody stands above', async ({ client, assert }) => {
    const { petition, secret } = await answered()
    const { id } = await officer('tarim.amir')
    await db.from('officer_roles').where('officer_id', id).update({ role: 'manager' })
    await onlyStay('tarim.amir')
    await objected(client, petition, secret)
    const row = await objection(petition)
    assert.deepEqual([row.level, row.given_by], ['manager', null])
    const done = await send(client, await officer('tarim.amir'), petition, 'itiraz', REJECTED)
    done.assertStatus(303)
    assert.lengthOf(await stepsOf(petition, 'objectionRejected'), 1)
  })

  test('is somebody who may see it: once it is restricted, and again once that is lifted', async ({
    client,
    assert,
  }) => {
    const { id } = await officer('tarim.amir')
    const [sef, kaymakam] = [await officer('sef'), await officer('kaymakam')]
    await db.from('officer_roles').where('officer_id', id).update({ role: 'bureauChief' })
    const cases = [await answered(), await answered({ text: 'Köprü çöktü.' })]
    const [restricted, lifted] = cases.map(({ petition }) => petition) as [Petition, Petition]
    for (const { petition, secret } of cases) {
      await objected(client, petition, secret)
      const { due_on: day, ...row } = await objection(petition)
      assert.deepEqual([row.level, row.given_by], ['manager', id])
      const why = { why: 'Başvuran tehdit ediliyor.' }
      ;(await send(client, sef, await fresh(petition), 'kisit', why)).assertStatus(303)
      const after = await objection(petition)
      assert.deepEqual([after.level, after.given_by, after.due_on], ['chief', id, day])
    }
    const why = { why: 'Tehdit kalmadı.' }
    ;(await send(client, sef, await fresh(lifted), 'kisit/kaldir', why)).assertStatus(303)
    assert.equal((await objection(lifted)).level, 'manager')

    for (const [who, own, other] of [
      [sef, restricted, lifted],
      [kaymakam, lifted, restricted],
    ] as const) {
      const list = await client.get('/itirazlar').loginAs(who)
      list.assertTextIncludes(own.number)
      assert.notInclude(list.text(), other.number)
      const refused = await send(client, who, await fresh(other), 'itiraz', REJECTED)
      assert.include([404, 422], refused.status())
    }
    const card = await open(client, sef, restricted)
    card.assertTextIncludes(says('intake.step.objectionPassed'))
    ;(await send(client, sef, await fresh(restricted), 'itiraz', REJECTED)).assertStatus(303)
    ;(await send(client, kaymakam, await fresh(lifted), 'itiraz', REJECTED)).assertStatus(303)
    assert.lengthOf(await stepsOf(restricted, 'objectionPassed'), 1)
    assert.lengthOf(await stepsOf(lifted, 'objectionPassed'), 2)

    // Decided, nobody is asked again.
    const again = { why: 'Yeniden.' }
    ;(await send(client, sef, await fresh(lifted), 'kisit', again)).assertStatus(303)
    assert.lengthOf(await stepsOf(lifted, 'objectionPassed'), 2)
  })

  test('is never whoever gave the answer and restricts its petition', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await answered()
    const { id } = await officer('tarim.amir')
    await db.from('officer_roles').where('officer_id', id).update({ role: 'bureauChief' })
    await onlyStay('tarim.amir', 'tarim', 'kaymakam')
    await objected(client, petition, secret)
    const [giver, kaymakam] = [await officer('tarim.amir'), await officer('kaymakam')]
    const why = { why: 'Başvuran tehdit ediliyor.' }
    ;(await send(client, giver, await fresh(petition), 'kisit', why)).assertStatus(303)
    const row = await objection(petition)
    assert.deepEqual([row.level, row.given_by], ['manager', id])
    const refused = await send(client, giver, await fresh(petition), 'itiraz', REJECTED)
    assert.include([404, 422], refused.status())
    ;(await send(client, giver, await fresh(petition), 'kisit/kaldir', why)).assertStatus(303)
    ;(await send(client, kaymakam, await fresh(petition), 'itiraz', REJECTED)).assertStatus(303)
    assert.isEmpty(await stepsOf(petition, 'objectionPassed'))
  })

  test('is one level higher each week after its day has passed', async ({ client, assert }) => {
    const { petition, secret } = await answered()
    await newOfficer('zeytin.sorumlusu', 'TAR', ['unitHead'])
    await objected(client, petition, secret)
    await db.from('objections').update({ level: 'head', due_on: '2026-12-10' })
    const head = await officer('zeytin.sorumlusu')
    itIs('2026-12-11T09:00:00Z')
    const list = await client.get('/itirazlar').loginAs(head)
    list.assertTextIncludes(says('response.afterwards.objections.late'))
    const box = await client.get('/birim').loginAs(head)
    box.assertTextIncludes(says('response.afterwards.objections.lateCount', { count: 1 }))
    const sent = await sentBy(() => objectionCounts(head))
    assert.lengthOf(sent, 1, 'counted in one statement, whatever waits')

    const climbs = () => climbObjections(today(), goesOn)
    assert.equal(await climbObjections(today().minus({ days: 1 }), goesOn), 0, 'its last day')
    assert.equal(await climbObjections(today(), () => false), 0, 'stopped')
    assert.deepEqual([await climbs(), await climbs()], [1, 0], 'once')
    assert.equal((await objection(petition)).level, 'chief')
    ;(await send(client, head, petition, 'itiraz', REJECTED)).assertStatus(422)
    itIs('2026-12-18T09:00:00Z')
    assert.equal(await climbs(), 1)
    assert.equal((await objection(petition)).level, 'manager')
    const first = await client.get('/izleme').loginAs(await officer('kaymakam'))
    first.assertTextIncludes(
      `(1 · ${says('response.afterwards.objections.lateCount', { count: 1 })})`
    )
    itIs('2027-01-18T09:00:00Z')
    assert.equal(await climbs(), 0, 'nobody is above')
    assert.lengthOf(await stepsOf(petition, 'objectionClimbed'), 2)
    ;(await send(client, await officer('kaymakam'), petition, 'itiraz', REJECTED)).assertStatus(303)
    assert.equal(await climbs(), 0, 'decided')
  })
})
