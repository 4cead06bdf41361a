import { test } from '@japa/runner'
import { inTime } from '#intake'
import { Catalogue } from '#organisation'
import { Contact } from '#response'
import { open, says, send } from '#tests/support/at_the_card'
import { fresh, inVain, openDay, plan, plansOf } from '#tests/support/contacts'
import { wrapped } from '#tests/support/database'
import { districtId } from '#tests/support/databases/district'
import { GRANTED, officer, referredTo } from '#tests/support/journey'

const CALL = { way: 'call', result: 'reached', note: 'Konuştuk.' }
const DRAFT = { outcome: GRANTED.outcome, text: GRANTED.text, intent: 'submit' }

async function unreachable() {
  const petition = await referredTo('TAR')
  const tarim = await officer('tarim')
  for (const daysAgo of [2, 1, 0]) await inVain(petition, tarim, daysAgo)
  return { petition: await fresh(petition), tarim }
}

test.group('Somebody who is not reached', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('three times, on two days, is a state that asks how it goes on', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    for (let tries = 0; tries < 3; tries++) await inVain(petition, tarim, 0)
    assert.lengthOf(await plansOf(petition), 0)
    await inVain(petition, tarim, 1)
    await inVain(petition, tarim, 0)
    const [state] = await plansOf(petition)
    assert.include(state!.$attributes, { way: 'unreachable', state: 'open' })
    for (const path of [`/dosya/${petition.number}`, '/birim', '/birim/gorusmeler']) {
      const page = await client.get(path).loginAs(tarim)
      page.assertTextIncludes(says('response.contacts.ways.unreachable'))
    }
    // Once more is no second state.
    await inVain(petition, tarim, 0)
    assert.lengthOf(await plansOf(petition), 1)
  })

  test('is no end: the answer waits until it is said how it goes on', async ({
    client,
    assert,
  }) => {
    const { petition, tarim } = await unreachable()
    const early = await send(client, tarim, petition, 'cevap', DRAFT)
    early.assertStatus(422)
    early.assertTextIncludes(says('response.problems.stage.unreachable'))
    early.assertTextIncludes(GRANTED.text)
    const { id } = (await plansOf(petition)).find(({ way }) => way === 'unreachable')!
    ;(await plan(client, tarim, petition, {}, `plan/${id}/iptal`)).assertStatus(422)
    const bare = await plan(client, tarim, petition, { choice: 'without' }, 'ulasilamiyor')
    bare.assertTextIncludes(says('response.problems.reason.without'))
    const none = await plan(client, tarim, petition, { choice: 'letter' }, 'ulasilamiyor')
    none.assertTextIncludes(says('response.problems.next.required'))
    const on = { choice: 'without', reason: 'Adresinde de bulunamadı.' }
    ;(await plan(client, tarim, petition, on, 'ulasilamiyor')).assertStatus(303)
    ;(await plan(client, tarim, petition, on, 'ulasilamiyor')).assertStatus(303)
    const now = await fresh(petition)
    assert.equal(now.position, petition.position + 1)
    ;(await send(client, tarim, now, 'cevap', DRAFT)).assertStatus(303)
  })

  test('is looked for by the desk, and tried again when it finds a telephone', async ({
    client,
    assert,
  }) => {
    const { petition, tarim } = await unreachable()
    const { typed: next } = await openDay(petition.authorityId, 2)
    const on = { choice: 'telephone', next }
    ;(await plan(client, tarim, petition, on, 'ulasilamiyor')).assertStatus(303)
    const page = await client.get('/masa/beklenenler').loginAs(await officer('masa'))
    page.assertTextIncludes(petition.shownNumber)
    const now = await fresh(petition)
    const masa = await officer('masa')
    await now.change((current, trx) =>
      current.take({ kind: 'telephoneAmended', officer: masa, trx })
    )
    const ways = (await plansOf(petition)).map(({ way, isDue }) => ({ way, isDue }))
    assert.deepInclude(ways, { way: 'call', isDue: true })
  })

  test('is over with the first talk', async ({ client, assert }) => {
    const { petition, tarim } = await unreachable()
    ;(await send(client, tarim, petition, 'gorusme', CALL)).assertStatus(303)
    assert.equal((await plansOf(petition))[0]!.state, 'done')
    const card = await open(client, tarim, await fresh(petition))
    assert.notInclude(card.text(), says('response.contacts.choose'))
  })

  test('makes no figure of first talks better: the unit’s clock runs on', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    await inVain(petition, tarim)
    assert.equal((await inTime(districtId(), 'unit')).all, 0)
    const card = await open(client, tarim, await fresh(petition))
    card.assertTextIncludes('Birimin ilk görüşmesi için')
    await Contact.make(await fresh(petition), tarim, CALL)
    assert.equal((await inTime(districtId(), 'unit')).all, 1)
    const after = await open(client, tarim, await fresh(petition))
    assert.notInclude(after.text(), 'Birimin ilk görüşmesi için')
  })
})
