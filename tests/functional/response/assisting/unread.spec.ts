import { test } from '@japa/runner'
import assistant from '#config/assistant'
import { Answer } from '#response'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { newOfficer, officer } from '#tests/support/journey'
import { ask, confirm, ONE, ordinary, OTHER, submit } from '#tests/support/response/assisted'
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

  test('is said to be so again on the draft that was kept and opened anew, and nothing is lost', async (context) => {
    const { client, assert } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(ONE)
    const petition = await ordinary()
    const tarim = await officer('tarim')
    await ask(client, tarim, petition)
    const own = 'Önce benim sözüm.'
    const text = `${own}\n\n${ONE}`
    const kept = await send(client, tarim, petition, 'cevap', { text, intent: 'save' })
    kept.assertStatus(303)
    await petition.refresh()
    const card = await open(client, tarim, petition)
    card.assertTextIncludes(`${text}</textarea>`)
    card.assertTextIncludes(says('response.assisting.unconfirmed', { count: 1 }))
    const refused = await submit(client, tarim, petition, text)
    refused.assertStatus(422)
    refused.assertTextIncludes(says('response.problems.proposed.unconfirmed', { count: 1 }))
    refused.assertTextIncludes(`${text}</textarea>`)
    // Without a script the button brings the whole card.
    const { id } = await ProposedParagraph.firstOrFail()
    const read = await client
      .post(`/dosya/${petition.number}/cevap/okunan-oneri`)
      .loginAs(tarim)
      .withCsrfToken()
      .form({ 'version': String(petition.version), 'draft-text': text, 'confirm': String(id) })
    read.assertStatus(200)
    read.assertTextIncludes(says('response.assisting.allRead'))
    read.assertTextIncludes(`${text}</textarea>`)
    const passed = await submit(client, tarim, petition, text)
    passed.assertStatus(303)
    assert.equal((await petition.refresh()).stage, 'awaitingApproval')
  })

  test('stays so in another tab, which was open before the proposal came', async (context) => {
    const { client, assert } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(`${ONE}\n\n${OTHER}`)
    const petition = await ordinary()
    const tarim = await officer('tarim')
    await ask(client, tarim, petition)
    // Copied into the other tab, run together and in other letters.
    const text = `Sayın ilgili, ${OTHER.toLocaleUpperCase('tr')} Kolay gelsin.`
    const refused = await submit(client, tarim, petition, text)
    refused.assertStatus(422)
    refused.assertTextIncludes(says('response.problems.proposed.unconfirmed', { count: 1 }))
    refused.assertTextIncludes(`${text}</textarea>`)
    const [one, other] = await ProposedParagraph.query().orderBy('id')
    await confirm(client, tarim, petition, text, other!.id)
    const passed = await submit(client, tarim, petition, text)
    passed.assertStatus(303)
    assert.isNull((await one!.refresh()).confirmedAt)
    // The first tab comes late: it is told so, and has its words.
    const late = await submit(client, tarim, petition, `${ONE}\n\n${OTHER}`)
    late.assertStatus(422)
    late.assertTextIncludes(ONE)
    assert.lengthOf(await Answer.all(), 1)
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
