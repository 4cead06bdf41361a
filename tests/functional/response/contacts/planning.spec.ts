import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { namePerson } from '#intake'
import { Catalogue } from '#organisation'
import { Answer } from '#response'
import { Referral } from '#routing'
import { today } from '#shared/dates/turkish_date'
import { says, send } from '#tests/support/at_the_card'
import { fresh, inVain, openDay, PHONE, plan, plansOf } from '#tests/support/contacts'
import { wrapped } from '#tests/support/database'
import { GRANTED, newOfficer, officer, referredTo, unit } from '#tests/support/journey'
import { found } from '#tests/support/officers'

const messagesOf = ({ id }: { id: number }) =>
  db.from('messages').where({ petition_id: id, channel: 'sms' }).orderBy('id')
const events = async (petition: { id: number }) =>
  (await messagesOf(petition)).map(({ event }) => event)

/** An appointment at eleven on some working day. */
async function appointment(client: ApiClient) {
  const petition = await referredTo('TAR')
  const tarim = await officer('tarim')
  const { typed: day } = await openDay(petition.authorityId)
  await plan(client, tarim, petition, { way: 'meeting', day, at: '11.00' })
  const { id } = (await plansOf(petition))[0]!
  return { petition, tarim, id: Number(id) }
}

test.group('What is next with a petitioner', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('is a next try, which stands on card, inbox and list', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const { typed, day } = await openDay(petition.authorityId, 0)
    const said = { way: 'call', result: 'notReached', note: 'Açmadı.', next: typed }
    ;(await send(client, tarim, petition, 'gorusme', said)).assertStatus(303)
    const [next] = await plansOf(petition)
    assert.include(next!.$attributes, { way: 'call', day, state: 'open', officerId: tarim.id })
    for (const path of [`/dosya/${petition.number}`, '/birim/gorusmeler']) {
      const page = await client.get(path).loginAs(tarim)
      page.assertTextIncludes(says('response.contacts.ways.call'))
    }
    const list = await client.get('/birim/gorusmeler').loginAs(tarim)
    list.assertTextIncludes(petition.shownNumber)
    const others = await client.get('/birim/gorusmeler').loginAs(await officer('muftuluk'))
    assert.notInclude(others.text(), petition.shownNumber)
    // Reached: nothing is to be tried any more.
    const reached = { way: 'call', result: 'reached', note: 'Konuştuk.' }
    const now = await fresh(petition)
    ;(await send(client, tarim, now, 'gorusme', reached)).assertStatus(303)
    assert.equal((await plansOf(petition))[0]!.state, 'done')
  })

  test('is no day that has passed or is off, and nothing typed is lost', async ({ client }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const past = today().minus({ days: 1 }).toFormat('d.M.yyyy')
    const note = 'Telefon meşgul çaldı.'
    const said = { way: 'call', result: 'notReached', note, next: past }
    const page = await send(client, tarim, petition, 'gorusme', said)
    page.assertStatus(422)
    page.assertTextIncludes(note)
    page.assertTextIncludes(says('response.problems.next.past'))
    const sunday = today().plus({ weeks: 1 }).endOf('week').toFormat('d.M.yyyy')
    const closed = await send(client, tarim, petition, 'gorusme', { ...said, next: sunday })
    closed.assertTextIncludes(says('response.problems.next.closed'))
  })

  test('asks before a visit on a day off, and plans it when that is meant', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const day = today().plus({ weeks: 1 }).endOf('week').toFormat('d.M.yyyy')
    const visit = { way: 'visit', day, ask: 'Yolun yeri nerede?' }
    const asked = await plan(client, tarim, petition, visit)
    asked.assertStatus(422)
    asked.assertTextIncludes(says('response.problems.day.closed'))
    asked.assertTextIncludes('Yolun yeri nerede?')
    ;(await plan(client, tarim, petition, { ...visit, anyway: '1' })).assertStatus(303)
    // The second press and the second tab.
    ;(await plan(client, tarim, petition, { ...visit, anyway: '1' })).assertStatus(303)
    assert.lengthOf(await plansOf(petition), 1)
    const other = await openDay(petition.authorityId, 2)
    const second = await plan(client, tarim, petition, { way: 'visit', day: other.typed })
    second.assertTextIncludes(says('response.problems.way.visitOpen'))
    assert.deepEqual(await events(petition), [])
  })

  test('is nobody’s who may not know the petitioner, nor another unit’s', async ({ client }) => {
    const tipOff = await referredTo('EMN', { kind: 'tipOff' })
    const police = await officer('emniyet')
    const path = `/dosya/${tipOff.number}/plan`
    ;(await client.get(path).loginAs(police)).assertStatus(404)
    ;(await plan(client, police, tipOff, { way: 'call', day: '1.1.2030' })).assertStatus(404)
    const petition = await referredTo('TAR')
    const other = await client.get(`/dosya/${petition.number}/plan`).loginAs(police)
    other.assertStatus(404)
  })
})

test.group('An appointment', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('is told when it is given, moved and cancelled, and shown beside the code', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { phone: PHONE })
    const tarim = await officer('tarim')
    const { typed, day } = await openDay(petition.authorityId)
    const meeting = { way: 'meeting', day: typed, at: '14.30' }
    ;(await plan(client, tarim, petition, meeting)).assertStatus(303)
    const [given] = await plansOf(petition)
    assert.include(given!.$attributes, { day, at: '14:30', state: 'open' })
    const later = await openDay(petition.authorityId, 3)
    const moved = { day: later.typed, at: '10.00' }
    ;(await plan(client, tarim, petition, moved, `plan/${given!.id}`)).assertStatus(303)
    ;(await plan(client, tarim, petition, {}, `plan/${given!.id}/iptal`)).assertStatus(303)
    // Pressed twice.
    ;(await plan(client, tarim, petition, {}, `plan/${given!.id}/iptal`)).assertStatus(303)
    const told = (await events(petition)).filter((event) => event.startsWith('meeting'))
    assert.deepEqual(told, ['meetingGiven', 'meetingMoved', 'meetingCancelled'])
    const days = (await messagesOf(petition)).map(
      ({ placeholders }) => JSON.parse(placeholders).day
    )
    assert.includeMembers(days, [day, later.day])
    const [step] = await db.from('steps').where({ petition_id: petition.id, kind: 'meetingGiven' })
    assert.include(step.public_text, '14.30')
    const gone = await plan(client, tarim, petition, moved, `plan/${given!.id}`)
    gone.assertStatus(422)
    gone.assertTextIncludes(says('response.problems.stage.planOver'))
  })

  test('needs an hour that nobody has taken from this officer', async ({ client, assert }) => {
    const [one, other] = [await referredTo('TAR'), await referredTo('TAR')]
    const tarim = await officer('tarim')
    const { typed: day } = await openDay(one.authorityId)
    const bare = await plan(client, tarim, one, { way: 'meeting', day })
    bare.assertTextIncludes(says('response.problems.at.required'))
    const night = await plan(client, tarim, one, { way: 'meeting', day, at: '03.00' })
    night.assertTextIncludes(says('response.problems.at.night'))
    ;(await plan(client, tarim, one, { way: 'meeting', day, at: '10.00' })).assertStatus(303)
    const clash = await plan(client, tarim, other, { way: 'meeting', day, at: '10.10' })
    clash.assertStatus(422)
    clash.assertTextIncludes(says('response.problems.at.taken'))
    clash.assertTextIncludes('10.10')
    const ayse = await newOfficer('tarim.iki', 'TAR', ['unitOfficer'])
    const fields = { way: 'meeting', day, at: '10.10', who: ayse.login }
    ;(await plan(client, tarim, other, fields)).assertStatus(303)
    // Given up, the hour is free again.
    const [given] = await plansOf(one)
    ;(await plan(client, tarim, one, {}, `plan/${given!.id}/iptal`)).assertStatus(303)
    const third = await referredTo('TAR')
    ;(await plan(client, tarim, third, { way: 'meeting', day, at: '10.05' })).assertStatus(303)
    assert.lengthOf(await plansOf(third), 1)
  })

  test('is cancelled and told where the petition leaves its unit', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { phone: PHONE })
    const tarim = await officer('tarim')
    const { typed: day } = await openDay(petition.authorityId)
    await plan(client, tarim, petition, { way: 'meeting', day, at: '11.00' })
    const visit = { way: 'visit', day: (await openDay(petition.authorityId, 4)).typed }
    await plan(client, tarim, petition, visit)
    await db.from('contact_plans').where('way', 'visit').update({ told: true })
    // The second press of a try makes no second one.
    for (let presses = 0; presses < 2; presses++) {
      await plan(client, tarim, petition, { way: 'call', day })
    }
    const now = await fresh(petition)
    const back = await send(client, tarim, now, 'iade', { reason: 'Bu iş bizim değil.' })
    back.assertStatus(303)
    const states = (await plansOf(petition)).map(({ state }) => state)
    assert.deepEqual(states, ['lapsed', 'lapsed', 'lapsed'])
    const told = (await events(petition)).filter((event) => event === 'meetingCancelled')
    assert.lengthOf(told, 2, 'of each day that somebody counts on')
  })

  test('ends where the desk corrects whom it is about, or refers what the bureau had kept', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const about = await referredTo('TAR', { kind: 'complaint', phone: PHONE })
    const { typed: day } = await openDay(about.authorityId)
    const meeting = { way: 'meeting', day, at: '11.00' }
    await plan(client, await officer('tarim'), about, meeting)
    await namePerson(await fresh(about), await found('tarim.amir'), masa)
    assert.equal((await fresh(about)).stage, 'returned')
    assert.equal((await plansOf(about))[0]!.state, 'lapsed')
    assert.include(await events(about), 'meetingCancelled')

    const kept = await referredTo('AKB', { phone: PHONE })
    ;(await plan(client, masa, await fresh(kept), meeting)).assertStatus(303)
    await Referral.make(await fresh(kept), await unit('TAR'), masa)
    assert.equal((await plansOf(kept))[0]!.state, 'lapsed')
    assert.include(await events(kept), 'meetingCancelled')
  })

  test('is not called off once its hour has struck', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { phone: PHONE })
    const tarim = await officer('tarim')
    const { typed: day } = await openDay(petition.authorityId)
    await plan(client, tarim, petition, { way: 'meeting', day, at: '11.00' })
    const { id } = (await plansOf(petition))[0]!
    await db.from('contact_plans').where({ id }).update({ day: today().toISODate(), at: '00:00' })
    ;(await plan(client, tarim, petition, {}, `plan/${id}/iptal`)).assertStatus(303)
    assert.notInclude(await events(petition), 'meetingCancelled')
    assert.equal((await plansOf(petition))[0]!.state, 'cancelled')
  })

  test('says what came of it on its day, and that nobody was told where no message goes', async ({
    client,
    assert,
  }) => {
    const { petition, tarim, id } = await appointment(client)
    const early = await plan(client, tarim, petition, { result: 'reached' }, `plan/${id}/sonuc`)
    early.assertStatus(422)
    await db.from('contact_plans').update({ day: today().toISODate() })
    const page = await client.get(`/dosya/${petition.number}/plan`).loginAs(tarim)
    page.assertTextIncludes(says('response.contacts.notTold'))
    const bare = await plan(client, tarim, petition, { result: 'reached' }, `plan/${id}/sonuc`)
    bare.assertTextIncludes(says('response.problems.note.required'))
    const absent = { result: 'notReached' }
    ;(await plan(client, tarim, petition, absent, `plan/${id}/sonuc`)).assertStatus(303)
    ;(await plan(client, tarim, petition, absent, `plan/${id}/sonuc`)).assertStatus(303)
    const contacts = await db.from('contacts').where('petition_id', petition.id)
    assert.lengthOf(contacts, 1)
    assert.include(contacts[0], { way: 'meeting', note: says('response.contacts.absent') })
    assert.deepEqual(await events(petition), [])
  })

  test('in vain a third time while the head has the answer holds no approval up', async ({
    client,
    assert,
  }) => {
    const { petition, tarim, id } = await appointment(client)
    for (const daysAgo of [2, 1]) await inVain(petition, tarim, daysAgo)
    await db.from('contact_plans').where({ id }).update({ day: today().toISODate() })
    await (await Answer.draftFor(await fresh(petition))).submit(GRANTED, tarim)
    const said = { result: 'notReached', note: 'Gelmedi.' }
    ;(await plan(client, tarim, petition, said, `plan/${id}/sonuc`)).assertStatus(303)
    assert.lengthOf(await db.from('contacts').where('petition_id', petition.id), 3)
    const open = await db.from('contact_plans').where({ petition_id: petition.id, state: 'open' })
    assert.notInclude(
      open.map(({ way }) => way),
      'unreachable'
    )
    const head = await officer('tarim.amir')
    ;(await send(client, head, await fresh(petition), 'onay')).assertStatus(303)
    assert.equal((await fresh(petition)).stage, 'concluded')
  })

  test('says what came of it also while the head has the answer, which goes on waiting', async ({
    client,
    assert,
  }) => {
    const { petition, tarim, id } = await appointment(client)
    await db.from('contact_plans').where({ id }).update({ day: today().toISODate() })
    await (await Answer.draftFor(await fresh(petition))).submit(GRANTED, tarim)
    const page = await client.get(`/dosya/${petition.number}/plan`).loginAs(tarim)
    page.assertTextIncludes(`/plan/${id}/sonuc`)
    const said = { result: 'reached', note: 'Geldi, yolun yerini gösterdi.' }
    const other = await officer('muftuluk')
    ;(await plan(client, other, petition, said, `plan/${id}/sonuc`)).assertStatus(404)
    for (let presses = 0; presses < 2; presses++) {
      ;(await plan(client, tarim, petition, said, `plan/${id}/sonuc`)).assertStatus(303)
    }
    assert.equal((await fresh(petition)).stage, 'awaitingApproval')
    assert.equal((await plansOf(petition))[0]!.state, 'done')
    assert.lengthOf(await db.from('contacts').where('petition_id', petition.id), 1)
    // What nobody planned is not said there: the answer is taken back first.
    const unplanned = { way: 'call', result: 'reached', note: 'Aradım.' }
    const pressed = await send(client, tarim, await fresh(petition), 'gorusme', unplanned)
    pressed.assertStatus(422)
    const head = await officer('tarim.amir')
    await (await Answer.newestOf(await fresh(petition)))!.approve(head)
    assert.equal((await fresh(petition)).stage, 'concluded')
  })

  test('is seen by the desk on its day', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const { typed: day } = await openDay(petition.authorityId)
    await plan(client, tarim, petition, { way: 'meeting', day, at: '11.00' })
    const masa = await officer('masa')
    const before = await client.get('/masa/beklenenler').loginAs(masa)
    assert.notInclude(before.text(), petition.shownNumber)
    await db.from('contact_plans').update({ day: today().toISODate() })
    const page = await client.get('/masa/beklenenler').loginAs(masa)
    page.assertTextIncludes(petition.shownNumber)
    ;(await client.get('/masa/beklenenler').loginAs(tarim)).assertStatus(403)
  })
})
