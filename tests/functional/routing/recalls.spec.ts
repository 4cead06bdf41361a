import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Referral } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { newOfficer, officer, received, referredTo, submitted, unit } from '#tests/support/journey'
import { openedIn, standsInFor } from '#tests/support/standing_in'
import { opened } from '#tests/support/walks/every_form'

const REASON = { reason: 'Orman yolu; ORM bakar.' }

test.group('Taking back a referral', (group) => {
  wrapped(group)

  test('brings it to the desk, tells the unit why, and is no return', async ({
    client,
    assert,
  }) => {
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    const petition = await referredTo('TAR')
    ;(await send(client, masa, petition, 'geri-cagirma', REASON)).assertStatus(303)
    const now = await Petition.findOrFail(petition.id)
    assert.deepInclude(now.serialize(), { stage: 'returned', returns: 0 })
    assert.isNull(await Petition.findFor(tarim, petition.number))

    const inbox = await opened(client, tarim, '/birim')
    inbox.assertTextIncludes(says('routing.recall.told'))
    for (const word of [petition.shownNumber, REASON.reason]) inbox.assertTextIncludes(word)
    const other = await opened(client, await officer('tapu'), '/birim')
    assert.notInclude(other.text(), petition.shownNumber)

    const card = await open(client, masa, now)
    card.assertTextIncludes(says('intake.step.recalled'))
    const figures = await opened(client, await officer('sef'), '/izleme/iadeler')
    figures.assertTextIncludes(says('insight.returns.recalls', { count: 1 }))
    figures.assertTextIncludes(says('insight.returns.none'))
    await Referral.make(now, await unit('ORM'), masa)
    assert.equal(now.stage, 'routed')
  })

  test('wants a reason, keeps what was typed, and is done once', async ({ client, assert }) => {
    const masa = await officer('masa')
    const petition = await referredTo('TAR')
    const empty = await send(client, masa, petition, 'geri-cagirma', { reason: ' \u200b' })
    empty.assertStatus(422)
    empty.assertTextIncludes(says('routing.problems.reason.recall'))
    const fresh = await Petition.findOrFail(petition.id)
    const presses = [1, 2].map(() => send(client, masa, fresh, 'geri-cagirma', REASON))
    for (const answer of await Promise.all(presses)) answer.assertStatus(303)
    const steps = await petition.related('steps').query().where('kind', 'recalled')
    assert.lengthOf(steps, 1)
  })

  test('is the desk’s alone, while the unit works', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const forbidden = await send(client, tarim, petition, 'geri-cagirma', REASON)
    forbidden.assertStatus(403)
    const sef = await officer('sef')
    for (const one of [await received(), await submitted()]) {
      assert.notInclude((await open(client, sef, one)).text(), '/geri-cagirma')
      const refused = await send(client, sef, one, 'geri-cagirma', REASON)
      refused.assertStatus(422)
      refused.assertTextIncludes(REASON.reason)
    }
  })

  test('is the chief’s once two units gave it back', async ({ client }) => {
    const sef = await officer('sef')
    const petition = await received()
    for (const [code, login] of [
      ['TAR', 'tarim'],
      ['TAPU', 'tapu'],
    ] as const) {
      await Referral.make(petition, await unit(code), sef)
      await (await Referral.currentOf(petition)).giveBack(await officer(login), 'Bize ait değil.')
    }
    await Referral.make(petition, await unit('ORM'), sef)
    const refused = await send(client, await officer('masa'), petition, 'geri-cagirma', REASON)
    refused.assertStatus(422)
    refused.assertTextIncludes(says('routing.problems.stage.chief'))
    ;(await send(client, sef, petition, 'geri-cagirma', REASON)).assertStatus(303)
  })

  test('tells nobody of the unit that turned out to be complained about', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    await send(client, await officer('masa'), petition, 'geri-cagirma', REASON)
    const { id } = await unit('TAR')
    await Petition.query().where('id', petition.id).update({ complained_unit_id: id })
    const page = await opened(client, await officer('tarim'), '/birim')
    assert.notInclude(page.text(), petition.shownNumber)
    // Nor anybody of it who works in another unit’s place.
    const there = await newOfficer('orman.yeni', 'ORM', ['unitOfficer'])
    const other = await referredTo('ORM')
    await send(client, await officer('masa'), other, 'geri-cagirma', REASON)
    const both = await officer('tarim')
    const place = await standsInFor(both, there)
    const inbox = async () => (await openedIn(client, both, place, '/birim')).text()
    assert.include(await inbox(), other.shownNumber)
    await Petition.query().where('id', other.id).update({ complained_unit_id: id })
    assert.notInclude(await inbox(), other.shownNumber)
  })
})
