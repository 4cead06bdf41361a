import { test } from '@japa/runner'
import assistant from '#config/assistant'
import { restrict } from '#routing'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { officer, referredTo } from '#tests/support/journey'
import { ask, ordinary, subjectOf } from '#tests/support/response/assisted'
import { StandIn } from '#tests/support/response/stand_in'
import { DraftProposal } from '../../../../app/response/models/draft_proposal.ts'

test.group('Of which petitions a proposal is asked, and by whom', (group) => {
  wrapped(group)

  test('is never asked of what is somebody’s fear, blame, secret or danger', async (context) => {
    const { client, assert } = context
    const server = await StandIn.open(context)
    const tarim = await officer('tarim')
    const sensitive = await subjectOf(await referredTo('TAR'), true)
    const restricted = await ordinary()
    await restrict(restricted, await officer('sef'), 'Aile içi.')
    const never = [
      await ordinary({ kind: 'complaint' }),
      await ordinary({ kind: 'tipOff' }),
      await ordinary({ kind: 'informationRequest' }),
      await ordinary({ subject: sensitive }),
      await ordinary({ subject: null }),
      await ordinary({ locale: 'en' }),
      await restricted.refresh(),
      await ordinary({ text: 'Apartmanda çok kuvvetli gaz kokusu var.' }),
    ]
    for (const petition of never) {
      const card = await open(client, tarim, petition)
      assert.notInclude(card.text(), '/cevap/oneri"', petition.kind)
      const page = await ask(client, tarim, petition)
      page.assertTextIncludes(says('response.assisting.how.never'))
    }
    assert.lengthOf(server.seen, 0)
    assert.lengthOf(await DraftProposal.all(), 0)
  })

  test('is nobody’s but of whoever writes the answer', async (context) => {
    const { client, assert } = context
    const server = await StandIn.open(context)
    const petition = await ordinary()
    for (const login of ['orman.amir', 'kaymakam', 'bilgiislem']) {
      const page = await ask(client, await officer(login), petition)
      assert.oneOf(page.status(), [403, 404])
    }
    assert.lengthOf(server.seen, 0)
  })

  test('is not there where none is named, and costs nothing', async ({ client, assert }) => {
    assert.isNull(assistant.settings)
    const petition = await ordinary()
    const tarim = await officer('tarim')
    const { statements, result } = await statementsOf(async () => open(client, tarim, petition))
    assert.notInclude(result.text(), '/cevap/oneri"')
    assert.lengthOf(
      statements.filter((sql) => /draft_proposals|proposed_/.test(sql)),
      0
    )
    const page = await ask(client, tarim, petition)
    page.assertTextIncludes(says('response.assisting.how.off'))
    assert.lengthOf(await DraftProposal.all(), 0)
  })
})
