import { test } from '@japa/runner'
import assistant from '#config/assistant'
import { restrict } from '#routing'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { officer, referredTo, unit } from '#tests/support/journey'
import { ask, ordinary, subjectOf, submit } from '#tests/support/response/assisted'
import { StandIn } from '#tests/support/response/stand_in'
import { forgetProposed } from '../../../../app/response/assisting/in_use.ts'
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
    const named = await ordinary()
    await named.merge({ complainedName: 'Bir görevli' }).save()
    const never = [
      await ordinary({ kind: 'complaint' }),
      await ordinary({ kind: 'tipOff' }),
      await ordinary({ kind: 'informationRequest' }),
      await ordinary({ kind: 'dataRequest' }),
      await ordinary({ complainedUnit: await unit('ORM') }),
      named,
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

  test('is not there where none is named: no button, no link, no sentence', async ({
    client,
    assert,
  }) => {
    assert.isNull(assistant.settings)
    const petition = await ordinary()
    const [tarim, it] = [await officer('tarim'), await officer('bilgiislem')]
    const pages = [
      await open(client, tarim, petition),
      await client.get('/gecitler').loginAs(it),
      await submit(client, tarim, petition, ''),
    ]
    for (const page of pages) assert.notMatch(page.text(), /yardımcı|cevap\/oneri|okunan-oneri/)
    const page = await ask(client, tarim, petition, { text: 'Benim sözlerim.' })
    page.assertTextIncludes(says('response.assisting.how.off'))
    page.assertTextIncludes('Benim sözlerim.</textarea>')
    assert.lengthOf(await DraftProposal.all(), 0)
  })

  test('costs no statement where none is named and none ever was', async ({ client, assert }) => {
    forgetProposed()
    const tarim = await officer('tarim')
    const asked = async () => {
      const petition = await ordinary()
      const { statements } = await statementsOf(async () => {
        await open(client, tarim, petition)
        const passed = await submit(client, tarim, petition, 'Yolunuz 15 Mart 2027 günü yapılacak.')
        passed.assertStatus(303)
        const head = await officer('tarim.amir')
        await client.get(`/dosya/${petition.number}/onay`).loginAs(head)
        await client.get('/birim/onay').loginAs(head)
      })
      return statements.filter((sql) => /draft_proposals|proposed_/.test(sql)).length
    }
    assert.equal(await asked(), 1, 'once after a start, whether there ever was one')
    assert.equal(await asked(), 0)
  })
})
