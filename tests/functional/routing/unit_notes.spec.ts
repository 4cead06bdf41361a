import { test } from '@japa/runner'
import { Petition } from '#intake'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, received, referredTo } from '#tests/support/journey'
import { opened } from '#tests/support/walks/every_form'

const NOTE = { note: 'Başvuru sahibi bugün yine sordu.' }

test.group('A note to the unit', (group) => {
  wrapped(group)

  test('stands in its inbox and on the card, and moves nothing', async ({ client, assert }) => {
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    const petition = await referredTo('TAR')
    ;(await send(client, masa, petition, 'birime-not', NOTE)).assertStatus(303)
    const now = await Petition.findOrFail(petition.id)
    assert.equal(now.stage, 'routed')
    assert.equal(now.dueOn.toISODate(), petition.dueOn.toISODate())
    const inbox = await opened(client, tarim, '/birim')
    for (const word of [says('routing.remind.told'), NOTE.note]) inbox.assertTextIncludes(word)
    const card = await open(client, tarim, now)
    for (const word of [says('intake.step.unitNoted'), NOTE.note]) card.assertTextIncludes(word)
    assert.notInclude((await opened(client, await officer('tapu'), '/birim')).text(), NOTE.note)

    const taken = await send(client, masa, now, 'geri-cagirma', { reason: 'Yanlış birim.' })
    taken.assertStatus(303)
    assert.notInclude((await opened(client, tarim, '/birim')).text(), NOTE.note)
  })

  test('wants words, is written once, and is the desk’s while a unit has it', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const petition = await referredTo('TAR')
    const empty = await send(client, masa, petition, 'birime-not', { note: ' \u200b' })
    empty.assertStatus(422)
    empty.assertTextIncludes(says('routing.problems.note.unit'))
    for (const press of [1, 2]) {
      const answer = await send(client, masa, petition, 'birime-not', NOTE)
      assert.equal(answer.status(), 303, `press ${press}`)
    }
    const steps = await petition.related('steps').query().where('kind', 'unitNoted')
    assert.lengthOf(steps, 1)
    const fresh = await Petition.findOrFail(petition.id)
    const tarim = await officer('tarim')
    ;(await send(client, tarim, fresh, 'birime-not', NOTE)).assertStatus(403)
    const refused = await send(client, masa, await received(), 'birime-not', NOTE)
    refused.assertStatus(422)
    refused.assertTextIncludes(NOTE.note)
  })
})
