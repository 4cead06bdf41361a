import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { climbObjections, Objection } from '#intake'
import { Catalogue } from '#organisation'
import { Answer } from '#response'
import { today } from '#shared/dates/turkish_date'
import { answered, objected } from '#tests/support/afterwards'
import { open, says, send } from '#tests/support/at_the_card'
import { fresh, lookedUp, stepsOf } from '#tests/support/clarifying'
import { emptied } from '#tests/support/database'
import { person, province } from '#tests/support/databases/three_authorities'
import { officer } from '#tests/support/journey'
import { itIs, onAWednesday } from '#tests/support/reminding'

const LETTER = 'Cevap yerindedir.'
const REJECTED = { decision: 'rejected', letter: LETTER }
const UPHELD = { decision: 'upheld', letter: 'Yeniden bakılacak.' }
const goesOn = () => true
const objection = ({ id }: { id: number }) =>
  db.from('objections').where('petition_id', id).firstOrFail()

/** A petition of a district that its manager, who is the unit's head as well, answered. */
async function answeredByTheManager() {
  const { id } = await officer('tarim.amir')
  await db.table('officer_roles').insert({ officer_id: id, role: 'manager' })
  return answered()
}

/** The governorate has a rule of its own. */
async function decidesWithin({ authority }: Catalogue, days: number) {
  const rules = db.from('deadline_rules').where('clock', 'review').whereNull('authority_id')
  const { id: _, ...rule } = await rules.firstOrFail()
  await db.table('deadline_rules').insert({ ...rule, days, authority_id: authority.id })
  Catalogue.forget()
}

test.group('An objection against what a district’s manager answered', (group) => {
  onAWednesday(group)
  emptied(group)

  test('is decided by the governorate above, by its clock and with its letter', async ({
    client,
    assert,
  }) => {
    const { governorate, edremit, burhaniye } = await province()
    const vali = await person(governorate, 'vali', null, ['manager'])
    const chief = await person(governorate, 'vali.sef', 'AKB', ['bureauChief'])
    const beside = await person(burhaniye, 'burhaniye.kaymakam', null, ['manager'])
    await decidesWithin(governorate, 20)
    const { petition, secret } = await answeredByTheManager()
    await objected(client, petition, secret)
    const row = await objection(petition)
    assert.deepEqual(
      [row.level, row.deciding_id, row.authority_id],
      ['above', governorate.authority.id, edremit.authority.id]
    )
    const { dueOn } = (await Objection.of(petition))!
    assert.equal(dueOn.toISODate(), '2026-12-22', 'twenty days, as the governorate has it')
    const { page } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(
      says('intake.afterwards.objection.aboveOpen', { name: governorate.authority.name })
    )

    for (const one of ['tarim.amir', 'sef', 'kaymakam']) {
      const refused = await send(client, await officer(one), petition, 'itiraz', REJECTED)
      refused.assertStatus(422)
    }
    for (const [one, status] of [
      [chief, 404],
      [beside, 404],
    ] as const) {
      const refused = await send(client, one, petition, 'itiraz', REJECTED)
      refused.assertStatus(status)
    }
    const list = await client.get('/itirazlar').loginAs(vali)
    list.assertTextIncludes(petition.number)
    list.assertTextIncludes(edremit.authority.name)
    ;(await send(client, vali, petition, 'itiraz', REJECTED)).assertStatus(303)
    assert.lengthOf(await stepsOf(petition, 'objectionRejected'), 1)
    assert.equal((await fresh(petition)).authorityId, edremit.authority.id)

    const after = await lookedUp(client, petition, secret)
    after.page.assertTextIncludes(LETTER)
    after.page.assertTextIncludes(
      says('intake.afterwards.objection.aboveDecided', { name: governorate.authority.name })
    )
    const card = await open(client, await officer('tarim'), petition)
    card.assertTextIncludes(LETTER)
    assert.notInclude(card.text(), vali.name)
  })

  test('that is upheld opens it anew at the district', async ({ client, assert }) => {
    const { governorate, edremit } = await province()
    const vali = await person(governorate, 'vali', null, ['manager'])
    const { petition, secret } = await answeredByTheManager()
    await objected(client, petition, secret)
    ;(await send(client, vali, petition, 'itiraz', UPHELD)).assertStatus(303)
    const after = await fresh(petition)
    assert.deepEqual(
      [after.stage, after.authorityId, after.unitId],
      ['inProgress', edremit.authority.id, petition.unitId]
    )
    await Answer.draftFor(after)
  })

  test('stays in the district where nobody works above, with another manager first', async ({
    client,
    assert,
  }) => {
    await province()
    const { petition, secret } = await answeredByTheManager()
    await objected(client, petition, secret)
    const row = await objection(petition)
    assert.equal(row.level, 'manager')
    ;(await send(client, await officer('tarim.amir'), petition, 'itiraz', REJECTED)).assertStatus(
      422
    )
    ;(await send(client, await officer('kaymakam'), petition, 'itiraz', REJECTED)).assertStatus(303)
  })

  test('that is late with a district’s manager climbs to the governorate, and is late there', async ({
    client,
    assert,
  }) => {
    const { governorate } = await province()
    const vali = await person(governorate, 'vali', null, ['manager'])
    const { petition, secret } = await answered()
    await objected(client, petition, secret)
    await db.from('objections').update({ level: 'manager', due_on: '2026-12-10' })
    itIs('2026-12-11T09:00:00Z')
    assert.equal(await climbObjections(today(), goesOn), 1)
    const row = await objection(petition)
    assert.deepEqual([row.level, row.deciding_id], ['above', governorate.authority.id])
    const list = await client.get('/itirazlar').loginAs(vali)
    list.assertTextIncludes(says('response.afterwards.objections.late'))
    const before = await send(client, await officer('kaymakam'), petition, 'itiraz', REJECTED)
    before.assertStatus(422)
    ;(await send(client, vali, petition, 'itiraz', REJECTED)).assertStatus(303)
  })

  test('goes to nobody who may not see its petition', async ({ client, assert }) => {
    const { governorate } = await province()
    await person(governorate, 'vali', null, ['manager'])
    const { petition, secret } = await answered()
    await db.from('petitions').where('id', petition.id).update({ circle: 'unit' })
    const stay = ['tarim', 'tarim.amir', 'kaymakam', 'vali']
    await db.from('officers').whereNotIn('login', stay).update({ left_on: '2026-12-01' })
    await objected(client, petition, secret)
    const row = await objection(petition)
    assert.deepEqual([row.level, row.given_by], ['head', null], 'managers see nothing restricted')
    const decided = await send(client, await officer('tarim.amir'), petition, 'itiraz', REJECTED)
    decided.assertStatus(303)
  })
})
