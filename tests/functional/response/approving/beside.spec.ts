import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Answer } from '#response'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, newOfficer, officer, referredTo, submitted } from '#tests/support/journey'

const beside = ({ number }: Petition) => `/dosya/${number}/onay`

/** What the page says of itself, as its form sends it along. */
function marksIn(text: string) {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)![1]!
  return { from: 'approval', seen: value('seen'), shown: value('shown') }
}

test.group('An answer beside its petition', (group) => {
  wrapped(group)

  test('is read by the head with the petition’s words, and leads to the next', async ({
    client,
    assert,
  }) => {
    const [first, second] = [await submitted(), await submitted()]
    const head = await officer('tarim.amir')
    const page = await client.get(beside(first)).loginAs(head)
    page.assertStatus(200)
    page.assertTextIncludes(first.text)
    page.assertTextIncludes(GRANTED.text)
    page.assertTextIncludes(`href="${beside(second)}" rel="next"`)

    const approved = await send(client, head, first, 'onay', marksIn(page.text()))
    approved.assertStatus(303)
    approved.assertHeader('location', beside(second))
    const last = await send(client, head, second, 'onay', { from: 'approval' })
    last.assertHeader('location', '/birim')
    assert.equal((await Petition.findOrFail(second.id)).stage, 'concluded')
  })

  test('has nothing to decide for its writer but to take it back', async ({ client, assert }) => {
    const petition = await submitted()
    const tarim = await officer('tarim')
    const page = await client.get(beside(petition)).loginAs(tarim)
    page.assertTextIncludes(`${petition.number}/onaydan-al`)
    for (const act of ['onay"', 'duzeltme"', 'metin"', 'devral"']) {
      assert.notInclude(page.text(), `formaction="/dosya/${petition.number}/${act}`)
    }
    const back = await send(client, tarim, petition, 'onaydan-al')
    back.assertStatus(303)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'inProgress')
    const again = await send(client, tarim, petition, 'onaydan-al', { seen: '3.1' })
    again.assertStatus(303)
  })

  test('shows what it was sent on in spite of, and why', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const noted = {
      sort: 'promises',
      places: [{ words: 'yakında' }],
      reason: 'İhale sürüyor.',
    } as const
    await (await Answer.draftFor(petition)).submit(GRANTED, await officer('tarim'), [noted])
    const page = await client.get(beside(petition)).loginAs(await officer('tarim.amir'))
    page.assertTextIncludes(says('response.checks.sort.promises'))
    page.assertTextIncludes('İhale sürüyor.')
    const other = await client.get(beside(await submitted())).loginAs(await officer('tarim.amir'))
    assert.notInclude(other.text(), says('response.checks.noted'))
  })

  test('says that an urgent petition stays urgent until somebody says what was done', async ({
    client,
    assert,
  }) => {
    const GAS = 'Apartmanda çok kuvvetli gaz kokusu var, başımız dönüyor.'
    const [tarim, amir] = [await officer('tarim'), await officer('tarim.amir')]
    const petition = await referredTo('TAR', { text: GAS })
    const warning = says('response.approving.stillUrgent')
    assert.notInclude(warning, 'uyarı', 'of what is urgent soon nobody is told again')
    const writing = await open(client, tarim, petition)
    writing.assertTextIncludes(warning)
    writing.assertTextIncludes('<a href="#meet-urgency">')
    writing.assertTextIncludes('<details class="action" id="meet-urgency"')
    await (await Answer.draftFor(petition)).submit(GRANTED, tarim)
    const page = await client.get(beside(petition)).loginAs(amir)
    page.assertTextIncludes(warning)
    page.assertTextIncludes(`<a href="/dosya/${petition.number}#meet-urgency">`)
    ;(await open(client, amir, petition)).assertTextIncludes(warning)

    const met = { called: '187 Doğal Gaz Acil', done: 'Ekip geldi, vana kapatıldı.' }
    const now = await Petition.findOrFail(petition.id)
    ;(await send(client, amir, now, 'gereken', met)).assertStatus(303)
    const after = await client.get(beside(petition)).loginAs(amir)
    assert.notInclude(after.text(), warning)
    const ordinary = await open(client, tarim, await referredTo('TAR'))
    assert.notInclude(ordinary.text(), warning)
  })

  test('is in the hands of whoever takes it over', async ({ client, assert }) => {
    const petition = await submitted()
    await send(client, await officer('tarim'), petition, 'uzerine-al')
    const head = await officer('tarim.amir')
    ;(await send(client, head, await petition.refresh(), 'devral')).assertStatus(303)
    assert.equal((await Petition.findOrFail(petition.id)).assigneeId, head.id)
    const card = await client.get(`/dosya/${petition.number}`).loginAs(head)
    assert.notInclude(card.text(), 'data-does="takeOn"')
  })

  test('is taken over by the head, who then may not approve it', async ({ client, assert }) => {
    const petition = await submitted()
    const head = await officer('tarim.amir')
    const over = await send(client, head, petition, 'devral')
    over.assertStatus(303)
    await petition.refresh()
    const answer = await Answer.draftFor(petition)
    assert.equal(answer.draftedBy, head.id)
    assert.lengthOf(await answer.related('versions').query(), 1)
    await answer.submit(GRANTED, head)
    const page = await client.get(beside(petition)).loginAs(head)
    page.assertTextIncludes(says('response.problems.own.notAllowed'))
    const tried = await send(client, head, petition, 'onay', { from: 'approval' })
    tried.assertStatus(422)
    const other = await newOfficer('tarim.amir2', 'TAR', ['unitHead'])
    ;(await send(client, await other.loadRoles(), petition, 'onay')).assertStatus(303)
  })

  test('is not there for whoever does not see the petition, and says when nothing waits', async ({
    client,
  }) => {
    const petition = await submitted()
    ;(await client.get(beside(petition)).loginAs(await officer('orman'))).assertStatus(404)
    const early = await referredTo('TAR')
    const page = await client.get(beside(early)).loginAs(await officer('tarim.amir'))
    page.assertStatus(200)
    page.assertTextIncludes(says('response.approving.none'))
  })
})

test.group('A text that changed meanwhile', (group) => {
  wrapped(group)

  test('is not approved: a sentence, and the new text in the fields', async ({
    client,
    assert,
  }) => {
    const petition = await submitted()
    const head = await officer('tarim.amir')
    const page = await client.get(beside(petition)).loginAs(head)
    const old = { version: String(petition.version), ...marksIn(page.text()) }
    const other = await (await newOfficer('tarim.amir2', 'TAR', ['unitHead'])).loadRoles()
    const newer = { ...GRANTED, text: 'Yolunuz pazartesi günü onarılacaktır.' }
    await (await Answer.draftFor(petition)).correct(newer, other)

    for (const from of ['approval', 'card']) {
      const words = { outcome: 'granted', text: GRANTED.text }
      const late = await send(client, head, petition, 'onay', { ...old, from, ...words })
      late.assertStatus(422)
      late.assertTextIncludes(says('response.problems.version.textChanged'))
      late.assertTextIncludes(newer.text)
      // What stood in the fields untouched does not come back over the new words.
      assert.notInclude(late.text(), `${GRANTED.text}</textarea>`)
      assert.include(late.text(), `${newer.text}</textarea>`)
    }
    const mine = { outcome: 'granted', text: 'Cuma günü, sabah onarılacaktır.' }
    const mended = await send(client, head, petition, 'onay', { ...old, ...mine })
    mended.assertStatus(422)
    mended.assertTextIncludes(mine.text)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'awaitingApproval')
  })

  test('is known by the answer’s own version as well', async ({ client, assert }) => {
    const petition = await submitted()
    const head = await officer('tarim.amir')
    const page = await client.get(beside(petition)).loginAs(head)
    // Kept without a step, and without the petition’s own version.
    await Answer.query().increment('version', 1).update({ text: 'Başka bir metin.' })
    for (const form of ['onay', 'metin', 'duzeltme']) {
      const fields: Record<string, string> =
        form === 'duzeltme' ? { reason: 'Tarih yok.' } : { text: 'Benim metnim.' }
      const late = await send(client, head, petition, form, { ...marksIn(page.text()), ...fields })
      late.assertStatus(422)
    }
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'awaitingApproval')
  })

  test('mended as it is approved is a version that the step names', async ({ client, assert }) => {
    const petition = await submitted()
    const head = await officer('tarim.amir')
    const words = { outcome: 'granted', text: 'Cuma günü onarılacaktır.', from: 'approval' }
    ;(await send(client, head, petition, 'onay', words)).assertStatus(303)
    const [, step] = await petition.related('steps').query()
    assert.equal(step!.kind, 'corrected')
    assert.equal(step!.note, says('response.stock.corrected', { from: 1, to: 2 }))
    const card = await client.get(`/dosya/${petition.number}`).loginAs(head)
    card.assertTextIncludes('(sürüm 1)')
  })
})
