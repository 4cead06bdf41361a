import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { climbObjections } from '#intake'
import { today } from '#shared/dates/turkish_date'
import { answered, objected } from '#tests/support/afterwards'
import { send } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { person, province } from '#tests/support/databases/three_authorities'
import { newOfficer, officer, referredTo } from '#tests/support/journey'
import { addresses, digests, itIs, onAWednesday, round } from '#tests/support/reminding'
import { standsInFor } from '#tests/support/standing_in'

const goesOn = () => true
const DIRECTIVE = { directive: 'Yerinde bakılsın.', directiveDay: '2026-12-09', to: '' }

test.group('The e-mail of a day, of what goes on after an answer', (group) => {
  onAWednesday(group)
  emptied(group)
  group.each.setup(() => addresses('masa', 'sef', 'kaymakam', 'tarim', 'tarim.amir'))

  test('counts an objection for whoever decides it, before and after its day', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await answered()
    await objected(client, petition, secret)
    await round()
    assert.deepEqual(await digests(), [{ to: 'sef', objections: 1 }])
    await db.from('objections').update({ due_on: '2026-12-02' })
    itIs('2026-12-03T09:00:00Z')
    await climbObjections(today(), goesOn)
    await round()
    assert.deepEqual((await digests()).slice(1), [
      { to: 'kaymakam', objections: 1, lateObjections: 1 },
    ])
  })

  test('counts one that has climbed to the governorate there, and no more below', async ({
    client,
    assert,
  }) => {
    const { governorate } = await province()
    await person(governorate, 'vali', null, ['manager'])
    await addresses('vali')
    const { petition, secret } = await answered()
    await objected(client, petition, secret)
    await db.from('objections').update({ level: 'manager', due_on: '2026-12-01' })
    await round()
    assert.deepEqual(await digests(), [{ to: 'vali', objections: 1, lateObjections: 1 }])
  })

  test('counts none for whoever gave the answer, whose own it is, or who may not see it', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await answered()
    const second = await newOfficer('ikinci.sef', 'AKB', ['bureauChief'])
    await addresses('ikinci.sef')
    await objected(client, petition, secret)
    await db.from('objections').update({ given_by: second.id })
    const owner = await db.from('petitioners').where('petition_id', petition.id).firstOrFail()
    await db
      .from('officers')
      .where('login', 'sef')
      .update({ own_phone_index: owner.phone_index, own_phone: owner.phone })
    await round()
    assert.isEmpty(await digests())
  })

  test('counts a directive for the head of whoever is in charge, and late for its giver too', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const kaymakam = await officer('kaymakam')
    const given = client.post('/talimatlar/yeni').loginAs(kaymakam).withCsrfToken().redirects(0)
    ;(await given.form({ ...DIRECTIVE, numbers: petition.number })).assertStatus(303)
    await db.from('petitions').update({ due_on: '2027-03-01', legal_due_on: '2027-03-01' })
    await round()
    const of = async () => {
      const told: Record<string, string | number>[] = await digests()
      return told.map(({ to, directives = 0, lateDirectives = 0 }) => [
        to,
        directives,
        lateDirectives,
      ])
    }
    assert.deepInclude(await of(), ['tarim.amir', 1, 0])
    assert.notInclude(
      (await of()).map(([to]) => to),
      'kaymakam'
    )
    itIs('2026-12-10T09:00:00Z')
    await db.from('messages').where('event', 'digest').delete()
    await round()
    assert.sameDeepMembers(await of(), [
      ['tarim.amir', 1, 1],
      ['kaymakam', 0, 1],
    ])
    const { id } = await db.from('directives').firstOrFail()
    const done = { reply: 'Bakıldı.', isDone: '1' }
    await send(client, await officer('tarim'), await petition.refresh(), `talimat/${id}`, done)
    itIs('2026-12-11T09:00:00Z')
    await db.from('messages').where('event', 'digest').delete()
    await round()
    assert.isEmpty(await digests())
  })

  test('counts once for somebody who works in another’s place as well', async ({ assert }) => {
    const petition = await referredTo('TAR')
    await newOfficer('ikinci.tarim', 'TAR', ['unitOfficer'])
    await addresses('ikinci.tarim')
    const [second, kaymakam] = [await officer('ikinci.tarim'), await officer('kaymakam')]
    await standsInFor(second, await officer('tarim'))
    await db.table('directives').insert({
      ...{ petition_id: petition.id, authority_id: petition.authorityId },
      ...{ given_by: kaymakam.id, officer_id: second.id, given_at: '2026-12-02 09:00:00' },
      ...{ text: 'Yerinde bakılsın.', day: '2026-12-09' },
    })
    await round()
    assert.deepEqual(await digests(), [{ to: 'ikinci.tarim', news: 1, directives: 1 }])
  })

  test('counts a promise for the head of its unit from its day on', async ({ assert }) => {
    const { petition } = await answered()
    const { id: officerId, authorityId, unitId } = await officer('tarim')
    await db.table('commitments').insert({
      ...{ petition_id: petition.id, authority_id: authorityId, unit_id: unitId },
      ...{ text: 'Yol asfaltlanacak.', day: '2026-12-03', state: 'open' },
      ...{ made_by: officerId, made_at: '2026-12-02 09:00:00' },
    })
    await round()
    assert.isEmpty(await digests())
    itIs('2026-12-03T09:00:00Z')
    await round()
    assert.deepEqual(await digests(), [{ to: 'tarim.amir', promises: 1 }])
  })
})
