import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Answer } from '#response'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { ask, confirm, ONE, ordinary, OTHER, submit } from '#tests/support/response/assisted'
import * as standIn from '#tests/support/response/stand_in'
import { StandIn } from '#tests/support/response/stand_in'
import { AnswerCheck } from '../../../../app/response/models/answer_check.ts'
import { DraftProposal } from '../../../../app/response/models/draft_proposal.ts'
import { ProposedParagraph } from '../../../../app/response/models/proposed_paragraph.ts'

test.group('A proposal for an answer', (group) => {
  wrapped(group)

  test('stands in the draft, and each paragraph is a person’s before it goes to the head', async (context) => {
    const { client, assert } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(`${ONE}\n\n${OTHER}`)
    const petition = await ordinary()
    const tarim = await officer('tarim')

    const page = await ask(client, tarim, petition, { text: 'Sayın başvuru sahibi,' })
    page.assertStatus(200)
    page.assertTextIncludes(`Sayın başvuru sahibi,\n\n${ONE}\n\n${OTHER}</textarea>`)
    page.assertTextIncludes(says('response.assisting.how.given'))
    assert.lengthOf(await Answer.all(), 0, 'nothing is saved by itself')
    assert.equal((await petition.refresh()).stage, 'routed')

    const whole = `${ONE}\n\n${OTHER}`
    const refused = await submit(client, tarim, petition, whole)
    refused.assertStatus(422)
    refused.assertTextIncludes(says('response.problems.proposed.unconfirmed', { count: 2 }))
    refused.assertTextIncludes(`${whole}</textarea>`)
    assert.lengthOf(await Answer.all(), 0)

    const [one, other] = await ProposedParagraph.query().orderBy('id')
    const left = await confirm(client, tarim, petition, whole, one!.id)
    assert.notInclude(left.text(), '<main')
    assert.notInclude(left.text(), ONE.slice(0, -1))
    left.assertTextIncludes(OTHER.slice(0, -1))
    const changed = `${ONE}\n\n${OTHER.replace('ekip', 'bir ekip')}`
    const passed = await submit(client, tarim, petition, changed)
    passed.assertStatus(303)
    await petition.refresh()
    assert.equal(petition.stage, 'awaitingApproval')
    assert.equal((await one!.refresh()).confirmedBy, tarim.id)
    assert.isNull((await other!.refresh()).confirmedAt)

    const amir = await officer('tarim.amir')
    const noted = says('response.assisting.noted', { officer: tarim.name })
    const card = await open(client, amir, petition)
    card.assertTextIncludes(noted)
    const beside = await client.get(`/dosya/${petition.number}/onay`).loginAs(amir)
    beside.assertTextIncludes(noted)
    const [row] = await AnswerCheck.all()
    assert.deepEqual(
      row!.places.map(({ words }) => words),
      [ONE.slice(0, -1)]
    )
  })

  test('is asked for without a name, a number or a place, and nothing of it is kept', async (context) => {
    const { client, assert } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(ONE)
    const petition = await ordinary()
    await ask(client, await officer('tarim'), petition)
    assert.include(server.heard, 'yolumuz bozuk')
    assert.notMatch(server.heard, /Ay[sş]e|Deneme|Zeytinli|Mehmet|Yılmaz|0500|34 56/i)
    assert.notInclude(server.heard, petition.number)

    const [row, ...others] = await DraftProposal.all()
    assert.lengthOf(others, 0)
    assert.deepInclude(row!.$attributes, { petitionId: petition.id, ended: 'given' })
    const kept = JSON.stringify([
      await db.from('draft_proposals'),
      await db.from('proposed_paragraphs'),
    ])
    for (const word of ['yol', 'birim', 'Ayşe', 'gizli']) assert.notInclude(kept, word)
  })
})
