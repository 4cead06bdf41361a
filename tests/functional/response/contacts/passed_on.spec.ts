import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { namePerson, type Petition } from '#intake'
import { Catalogue } from '#organisation'
import { send } from '#tests/support/at_the_card'
import { fresh, openDay, PHONE, plan, plansOf } from '#tests/support/contacts'
import { wrapped } from '#tests/support/database'
import { newOfficer, officer, received, referredTo } from '#tests/support/journey'
import { correct } from '../../intake/amending/corrected.ts'

const ABOUT = { phone: PHONE, kind: 'complaint', complainedName: 'Memur Örnek' } as const

async function expected(client: ApiClient, petition: Petition, login: string, more = {}) {
  const { typed: day } = await openDay(petition.authorityId)
  const meeting = { way: 'meeting', day, at: '11.00', ...more }
  ;(await plan(client, await officer(login), petition, meeting)).assertStatus(303)
  return fresh(petition)
}

async function assertCancelled(petition: Petition, assert: Assert) {
  const states = (await plansOf(petition)).map(({ state }) => state)
  assert.deepEqual(states, ['lapsed'])
  const told = db.from('messages').where({ petition_id: petition.id, event: 'meetingCancelled' })
  assert.lengthOf(await told, 1, 'whoever was given it is told, once')
}

test.group('Whoever waits for a petitioner', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('does so no more, once the desk writes down that the petition complains about them', async ({
    client,
    assert,
  }) => {
    const petition = await expected(client, await referredTo('TAR', { phone: PHONE }), 'tarim')
    const said = { kind: 'complaint', complained: 'TAR', foretold: 'leaves' }
    ;(await correct(client, await officer('masa'), petition, said)).assertStatus(303)
    assert.equal((await fresh(petition)).stage, 'returned')
    await assertCancelled(petition, assert)
  })

  test('nor once it is a tip-off, of which they may not know who brought it', async ({
    client,
    assert,
  }) => {
    const petition = await expected(client, await referredTo('TAR', { phone: PHONE }), 'tarim')
    const masa = await officer('masa')
    const first = await correct(client, masa, petition, { kind: 'tipOff' })
    const [, foretold] = /name="foretold" value="([^"]+)"/.exec(first.text())!
    const said = { kind: 'tipOff', foretold: foretold! }
    ;(await correct(client, masa, petition, said)).assertStatus(303)
    await assertCancelled(petition, assert)
  })

  test('nor once it is said that it means a person of that unit, whom nobody sends to anybody', async ({
    client,
    assert,
  }) => {
    await newOfficer('tarim.iki', 'TAR', ['unitOfficer'])
    const masa = await officer('masa')
    const petition = await received(ABOUT)
    await namePerson(petition, null, masa)
    await send(client, masa, await fresh(petition), 'yonlendirme', { unit: 'TAR' })
    const now = await expected(client, await fresh(petition), 'tarim')
    await namePerson(now, await officer('tarim'), masa)
    await assertCancelled(petition, assert)

    const head = await officer('tarim.amir')
    const page = await client.get(`/dosya/${petition.number}/plan`).loginAs(head)
    for (const login of ['tarim', 'tarim.iki']) assert.notInclude(page.text(), `value="${login}"`)
    const { typed: day } = await openDay(petition.authorityId)
    const sent = { way: 'visit', day, who: 'tarim' }
    ;(await plan(client, head, await fresh(petition), sent)).assertStatus(422)
  })

  test('at the bureau no more, once it sends the petition to a unit', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const petition = await received({ phone: PHONE })
    await send(client, sef, petition, 'yonlendirme', { unit: 'AKB' })
    const now = await expected(client, await fresh(petition), 'sef')
    ;(await send(client, sef, now, 'yonlendirme', { unit: 'TAR' })).assertStatus(303)
    await assertCancelled(petition, assert)
  })
})
