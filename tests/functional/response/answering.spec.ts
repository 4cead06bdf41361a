import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Answer, Contact } from '#response'
import { Referral } from '#routing'
import { says, send } from '#tests/support/at_the_card'
import { emptied, wrapped } from '#tests/support/database'
import { GRANTED, officer, received, referredTo, submitted } from '#tests/support/journey'

const LONG = 'Yolunuz için keşif yapılmış, onarım programa alınmıştır. '.repeat(120).trim()

test.group('A unit answers', (group) => {
  emptied(group)

  test('from the first call to the given answer', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    const card = `/dosya/${petition.number}`

    const called = await send(client, tarim, petition, 'gorusme', {
      way: 'call',
      result: 'reached',
      note: 'Yolun yeri öğrenildi.',
    })
    called.assertStatus(303)
    called.assertHeader('location', card)

    await petition.refresh()
    const kept = await send(client, tarim, petition, 'cevap', { text: 'Yolunuz', intent: 'save' })
    kept.assertStatus(303)

    await petition.refresh()
    const passed = await send(client, tarim, petition, 'cevap', {
      outcome: 'granted',
      text: LONG,
      intent: 'submit',
    })
    passed.assertStatus(303)

    await petition.refresh()
    assert.equal(petition.stage, 'awaitingApproval')
    const approved = await send(client, head, petition, 'onay')
    approved.assertStatus(303)
    approved.assertHeader('location', card)

    await petition.refresh()
    assert.equal(petition.stage, 'concluded')
    assert.equal(petition.outcome, 'granted')
    const [step] = await petition.related('steps').query()
    assert.equal(step!.publicText, LONG)
  })

  test('pressed twice it waits once, and the same card says so', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const { outcome, text } = GRANTED
    // Kept before: what is put before the head is no other version.
    await (await Answer.draftFor(petition)).write(GRANTED, tarim)
    await petition.refresh()
    const card = `/dosya/${petition.number}`
    const page = (await client.get(card).loginAs(tarim)).text()
    const [, seen] = /name="seen" value="([^"]+)"/.exec(page)!
    const fields = { outcome, text, intent: 'submit', seen: seen! }
    for (let presses = 0; presses < 2; presses++) {
      const pressed = await send(client, tarim, petition, 'cevap', fields)
      pressed.assertStatus(303)
      pressed.assertHeader('location', card)
    }
    const steps = await petition.related('steps').query().where('kind', 'submitted')
    assert.lengthOf(steps, 1)
  })

  test('sends it back with a reason, and the draft is open again', async ({ client, assert }) => {
    const petition = await submitted()
    const head = await officer('tarim.amir')
    const back = await send(client, head, petition, 'duzeltme', { reason: 'Tarihi yazınız.' })
    back.assertStatus(303)
    await petition.refresh()
    assert.equal(petition.stage, 'inProgress')
    const page = await client.get(`/dosya/${petition.number}`).loginAs(await officer('tarim'))
    page.assertTextIncludes('Tarihi yazınız.')
    page.assertTextIncludes(GRANTED.text)
  })
})

test.group('An answer that cannot be given so', (group) => {
  wrapped(group)

  test('as a refusal without remedy text comes back whole', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const page = await send(client, await officer('tarim'), petition, 'cevap', {
      outcome: 'refused',
      text: LONG,
      reason: 'Yol bu yılın programında yoktur.',
      remedy: '',
      intent: 'submit',
    })
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.remedy.required'))
    page.assertTextIncludes(LONG)
    page.assertTextIncludes('Yol bu yılın programında yoktur.')
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'routed')
    assert.lengthOf(await Answer.all(), 0)
  })

  test('because somebody else was first: everything typed is still there', async ({ client }) => {
    const petition = await referredTo('TAR')
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    const theirs = await Petition.findOrFail(petition.id)
    await (await Answer.draftFor(theirs)).write(GRANTED, head)

    const page = await send(client, tarim, petition, 'cevap', { text: LONG, intent: 'save' })
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.version.changed'))
    page.assertTextIncludes(LONG)

    const again = await send(client, tarim, theirs, 'cevap', { text: LONG, intent: 'save' })
    again.assertStatus(303)
  })

  test('because the head wrote it: the sentence says so', async ({ client, assert }) => {
    const petition = await referredTo('MUF')
    const mufti = await officer('muftuluk')
    await (await Answer.draftFor(petition)).submit(GRANTED, mufti)
    const page = await send(client, mufti, petition, 'onay')
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.own.notAllowed'))
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'awaitingApproval')
  })

  test('by officers who may not: managers, the machine room, another unit', async ({ client }) => {
    const petition = await referredTo('TAR')
    const fields = { outcome: 'granted', text: 'Olur.', intent: 'submit' }
    const manager = await send(client, await officer('kaymakam'), petition, 'cevap', fields)
    manager.assertStatus(403)
    for (const login of ['bilgiislem', 'orman']) {
      const stranger = await send(client, await officer(login), petition, 'cevap', fields)
      stranger.assertStatus(404)
    }
  })

  test('by the bureau while a unit is in charge: the card says why not', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const masa = await officer('masa')
    const page = await send(client, masa, petition, 'cevap', { text: 'Olur.', intent: 'save' })
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.stage.notAllowed'))
    assert.lengthOf(await Answer.all(), 0)
  })

  test('without the page’s own token is not taken', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    await client
      .post(`/dosya/${petition.number}/cevap`)
      .loginAs(await officer('tarim'))
      .redirects(0)
      .form({ version: String(petition.version), text: 'Olur.', intent: 'save' })
    assert.lengthOf(await Answer.all(), 0)
  })

  test('keeps what was typed about a contact that lacks its result', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const page = await send(client, await officer('tarim'), petition, 'gorusme', {
      way: 'call',
      note: 'Telefonu kapalıydı, yarın yeniden aranacak.',
    })
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.result.choice'))
    page.assertTextIncludes('Telefonu kapalıydı')
    assert.lengthOf(await Contact.all(), 0)
  })
})

test.group('The inbox', (group) => {
  wrapped(group)

  test('holds what the unit must answer, and what waits for its head', async ({
    client,
    assert,
  }) => {
    const mine = await referredTo('TAR')
    const waiting = await submitted()
    const theirs = await referredTo('ORM')
    const tarim = await officer('tarim')

    const open = await client.get('/birim').loginAs(tarim)
    open.assertStatus(200)
    open.assertTextIncludes(mine.number)
    const approval = await client.get('/birim?filtre=approval').loginAs(tarim)
    approval.assertTextIncludes(waiting.number)
    for (const page of [open, approval]) assert.notInclude(page.text(), theirs.number)
  })

  test('is empty for a unit that gave everything back', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    await (await Referral.currentOf(petition)).giveBack(tarim, 'Bize ait değil.')
    const page = await client.get('/birim').loginAs(tarim)
    assert.notInclude(page.text(), petition.number)
  })

  test('of the bureau holds what it answers itself, not everything it may see', async ({
    client,
    assert,
  }) => {
    const own = await referredTo('AKB')
    const theirs = await referredTo('TAR')
    const page = await client.get('/birim').loginAs(await officer('masa'))
    page.assertTextIncludes(own.number)
    assert.notInclude(page.text(), theirs.number)
  })

  test('of somebody without a unit is empty, not everybody’s', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const masa = await officer('masa')
    await masa.merge({ unitId: null }).save()
    const page = await client.get('/birim').loginAs(masa)
    page.assertStatus(200)
    assert.notInclude(page.text(), petition.number)
  })

  test('refreshes itself as a fragment of the same address', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const part = await client
      .get('/birim')
      .loginAs(await officer('tarim'))
      .header('HX-Request-Type', 'partial')
    part.assertStatus(200)
    assert.include(part.header('vary'), 'HX-Request-Type')
    assert.notInclude(part.text(), '<html')
    part.assertTextIncludes(petition.number)
  })

  test('is not for managers', async ({ client }) => {
    await received()
    const page = await client.get('/birim').loginAs(await officer('kaymakam'))
    page.assertStatus(403)
  })
})
