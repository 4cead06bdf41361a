import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { namePerson, Step } from '#intake'
import { Answer } from '#response'
import { Recall, Referral } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { fresh, given, numbersIn } from '#tests/support/inbox'
import { GRANTED, newOfficer, officer, received, referredTo, unit } from '#tests/support/journey'

async function rowsOf({ id }: { id: number }) {
  const rows = await db.from('assignments').where('petition_id', id).orderBy('id')
  return rows.map((row) => ({
    officer: Number(row.officer_id),
    shares: Boolean(row.shares),
    isOpen: row.until === null,
  }))
}

test.group('In whose hands a petition is', (group) => {
  wrapped(group)

  test('is taken on by a button of the card, and stands in one’s own list and no more in nobody’s', async ({
    client,
    assert,
  }) => {
    const [tarim, petition, other] = [
      await officer('tarim'),
      await referredTo('TAR'),
      await referredTo('TAR', { text: 'Sulama kanalı taştı.' }),
    ]
    const messages = await db.from('messages').count('* as all').first()
    assert.sameMembers(await numbersIn(client, tarim, '?kim=kimse'), [
      petition.number,
      other.number,
    ])
    ;(await send(client, tarim, petition, 'uzerine-al')).assertStatus(303)
    assert.deepEqual(await numbersIn(client, tarim, '?kim=ben'), [petition.number])
    assert.deepEqual(await numbersIn(client, tarim, '?kim=kimse'), [other.number])
    assert.lengthOf(await numbersIn(client, tarim), 2)
    const now = await fresh(petition)
    assert.equal(now.stage, 'routed')
    assert.equal(now.assigneeId, tarim.id)
    const card = await open(client, tarim, now)
    card.assertTextIncludes(says('intake.step.takenOn'))
    assert.notInclude(card.text(), 'uzerine-al')
    assert.deepEqual(await db.from('messages').count('* as all').first(), messages)
    const result = await Step.query().where({ petition_id: petition.id, kind: 'takenOn' })
    assert.lengthOf(result, 1)

    const again = await send(client, tarim, petition, 'uzerine-al')
    again.assertStatus(303)
    assert.lengthOf(await rowsOf(petition), 1, 'pressed twice it is taken once')
  })

  test('is handed to a colleague with a note, shared, left and put back', async ({
    client,
    assert,
  }) => {
    const [tarim, amir] = [await officer('tarim'), await officer('tarim.amir')]
    const ayse = await newOfficer('ayse.tarim', 'TAR', ['unitOfficer'])
    const petition = await referredTo('TAR')
    await send(client, tarim, petition, 'uzerine-al')
    const note = 'Köyü siz bilirsiniz.'
    const to = { officer: String(ayse.id), note, intent: 'assign' }
    ;(await given(client, tarim, petition, to)).assertStatus(303)
    assert.deepEqual(await numbersIn(client, ayse, '?kim=ben'), [petition.number])
    assert.isEmpty(await numbersIn(client, tarim, '?kim=ben'))
    const card = await open(client, ayse, petition)
    card.assertTextIncludes(note)

    const shared = { officer: String(tarim.id), note: '', intent: 'share' }
    ;(await given(client, ayse, petition, shared)).assertStatus(303)
    assert.deepEqual(await numbersIn(client, tarim, '?kim=ben'), [petition.number])
    assert.deepEqual(await numbersIn(client, amir, `?kim=${ayse.id}`), [petition.number])
    assert.deepEqual((await fresh(petition)).partnerId, tarim.id)

    ;(await given(client, tarim, petition, { intent: 'putBack' })).assertStatus(303)
    assert.equal((await fresh(petition)).assigneeId, ayse.id, 'who shares it leaves alone')
    ;(await given(client, amir, petition, { intent: 'putBack' })).assertStatus(303)
    assert.isNull((await fresh(petition)).assigneeId)
    assert.deepEqual(await rowsOf(petition), [
      { officer: tarim.id, shares: false, isOpen: false },
      { officer: ayse.id, shares: false, isOpen: false },
      { officer: tarim.id, shares: true, isOpen: false },
    ])
  })

  test('is given to nobody who is not of the unit', async ({ client }) => {
    const tarim = await officer('tarim')
    const petition = await referredTo('TAR')
    const note = 'Buna siz bakın.'
    const muftu = await officer('muftuluk')
    for (const id of [muftu.id, 999_999]) {
      const to = { officer: String(id), note, intent: 'assign' }
      const refused = await given(client, tarim, petition, to)
      refused.assertStatus(422)
      refused.assertTextIncludes(note)
      refused.assertTextIncludes(says('response.problems.officer.required'))
    }
    ;(await send(client, muftu, petition, 'uzerine-al')).assertStatus(404)
  })

  test('of a complaint is nobody’s whom it is about, and ends when that is said later', async ({
    client,
    assert,
  }) => {
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    const amir = await officer('tarim.amir')
    const complaint = { kind: 'complaint', complainedName: 'Memur Örnek' } as const
    const petition = await received(complaint)
    await namePerson(petition, null, masa)
    await Referral.make(await fresh(petition), await unit('TAR'), masa)
    await send(client, tarim, await fresh(petition), 'uzerine-al')
    assert.equal((await fresh(petition)).assigneeId, tarim.id)
    await namePerson(await fresh(petition), tarim, masa)
    assert.isNull((await fresh(petition)).assigneeId)
    assert.isEmpty(await numbersIn(client, tarim, '?kim=ben'))

    const now = await fresh(petition)
    const page = await client.get(`/dosya/${now.number}/gorevli`).loginAs(amir)
    page.assertStatus(200)
    assert.notInclude(page.text(), `value="${tarim.id}"`)
    const to = { officer: String(tarim.id), note: 'Buna siz bakın.', intent: 'assign' }
    ;(await given(client, amir, petition, to)).assertStatus(422)
  })

  test('ends when it goes back, on, or to its end', async ({ client, assert }) => {
    const [tarim, sef] = [await officer('tarim'), await officer('sef')]
    const ends: Record<string, (number: number) => Promise<unknown>> = {
      returned: async (id) => {
        const petition = await fresh({ id })
        await (await Referral.currentOf(petition)).giveBack(tarim, 'Bize ait değil.', null)
      },
      recalled: async (id) => Recall.make(await fresh({ id }), sef, 'Yanlış birim.'),
      concluded: async (id) => {
        const petition = await fresh({ id })
        await (await Answer.draftFor(petition)).submit(GRANTED, tarim)
        assert.equal((await fresh({ id })).assigneeId, tarim.id, 'it waits in the same hands')
        const waiting = await fresh({ id })
        await (await Answer.draftFor(waiting)).approve(await officer('tarim.amir'))
      },
    }
    for (const [how, end] of Object.entries(ends)) {
      const petition = await referredTo('TAR', { text: how })
      await send(client, tarim, petition, 'uzerine-al')
      await end(petition.id)
      const now = await fresh(petition)
      assert.isNull(now.assigneeId, how)
      assert.deepEqual(await rowsOf(petition), [
        { officer: tarim.id, shares: false, isOpen: false },
      ])
    }
  })

  test('stays whole when somebody else was faster', async ({ client, assert }) => {
    const tarim = await officer('tarim')
    const ayse = await newOfficer('ayse.tarim', 'TAR', ['unitOfficer'])
    const petition = await referredTo('TAR')
    await send(client, ayse, petition, 'uzerine-al')
    const late = await client
      .post(`/dosya/${petition.number}/gorevli`)
      .loginAs(tarim)
      .withCsrfToken()
      .redirects(0)
      .form({
        version: String(petition.version),
        officer: '',
        note: 'Benim notum',
        intent: 'takeOn',
      })
    late.assertStatus(422)
    late.assertTextIncludes('Benim notum')
    assert.equal((await fresh(petition)).assigneeId, ayse.id)
    assert.equal((await unit('TAR')).id, (await fresh(petition)).unitId)
  })
})
