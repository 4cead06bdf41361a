import { test } from '@japa/runner'
import assistant from '#config/assistant'
import { Answer } from '#response'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { newOfficer, officer } from '#tests/support/journey'
import { ask, confirm, ONE, ordinary, submit } from '#tests/support/response/assisted'
import * as standIn from '#tests/support/response/stand_in'
import { StandIn } from '#tests/support/response/stand_in'
import { ParagraphsOpen } from '../../../../app/response/assisting/unconfirmed.ts'
import { ProposedParagraph } from '../../../../app/response/models/proposed_paragraph.ts'

test.group('A proposed paragraph that nobody has read', (group) => {
  wrapped(group)

  test('of before is still to be read when the assistant was switched off since', async (context) => {
    const { client } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(ONE)
    const petition = await ordinary()
    const tarim = await officer('tarim')
    await ask(client, tarim, petition)
    assistant.settings = null
    const refused = await submit(client, tarim, petition, ONE)
    refused.assertStatus(422)
    refused.assertTextIncludes(says('response.assisting.confirm'))
    const { id } = await ProposedParagraph.firstOrFail()
    await confirm(client, tarim, petition, ONE, id)
    const passed = await submit(client, tarim, petition, ONE)
    passed.assertStatus(303)
  })

  test('is kept out of an interim answer and of a colleague’s answer as well', async (context) => {
    const { client, assert } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(ONE)
    const petition = await ordinary()
    await ask(client, await officer('tarim'), petition)
    const colleague = await newOfficer('tarim.iki', 'TAR', ['unitOfficer'])
    await colleague.loadRoles()
    const answer = await Answer.draftFor(petition)
    const draft = { outcome: 'informed', ground: null, text: ONE, reason: null, remedy: null }
    await assert.rejects(() => answer.submit(draft, colleague), ParagraphsOpen)
    const interim = await client
      .post(`/dosya/${petition.number}/ara-cevap`)
      .loginAs(colleague)
      .withCsrfToken()
      .redirects(0)
      .form({ version: String(petition.version), text: ONE })
    interim.assertStatus(422)
    interim.assertTextIncludes(says('response.problems.text.unconfirmed'))
  })

  test('is read alone by the head, however alike other answers are', async (context) => {
    const { client, assert } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(ONE)
    const tarim = await officer('tarim')
    const text = `${ONE} Ekip 15 Mart 2027 günü gelecek.`
    const petition = await ordinary()
    await ask(client, tarim, petition)
    const { id } = await ProposedParagraph.firstOrFail()
    await confirm(client, tarim, petition, text, id)
    const passed = await submit(client, tarim, petition, text)
    passed.assertStatus(303)

    const others = [await ordinary(), await ordinary()]
    for (const other of others) {
      const answer = await Answer.draftFor(other)
      const draft = { outcome: 'informed', ground: null, text, reason: null, remedy: null }
      await answer.submit(draft, tarim)
    }
    const [one, another] = others
    const lot = await client.get(`/birim/onay/${one!.number}`).loginAs(await officer('tarim.amir'))
    assert.include(lot.text(), another!.number)
    assert.notInclude(lot.text(), petition.number)
  })
})
