import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition, Step } from '#intake'
import { Catalogue, endSubstitution, Officer, SubstitutionsList } from '#organisation'
import { Answer, OwnDraft } from '#response'
import { NotAllowed, Referral } from '#routing'
import { longDate, today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import {
  GRANTED,
  newOfficer,
  officer,
  received,
  referredTo,
  submitted,
  unit,
} from '#tests/support/journey'
import { browser } from '#tests/support/officers'
import { inPlaceOf, openedIn, sentIn, standsInFor } from '#tests/support/standing_in'
import { DEMO_PASSWORD } from '#config/demonstration'
import { hiddenFields } from '#database/demo/day/visitor'

test.group('Somebody who stands in for another', (group) => {
  wrapped(group)
  group.each.setup(() => () => Catalogue.forget())

  test('sees the lists of whoever is away, and their own again', async ({ client, assert }) => {
    const [theirs, own] = [await referredTo('TAR'), await referredTo('ORM')]
    const [wood, head] = [await officer('orman'), await officer('tarim.amir')]
    const place = await standsInFor(wood, head)
    const until = longDate(today().plus({ days: 1 }))
    const inbox = await openedIn(client, wood, place, '/birim')
    inbox.assertStatus(200)
    inbox.assertTextIncludes(`${head.name} adına vekâleten çalışıyorsunuz. Son gün: ${until}.`)
    assert.include(inbox.text(), theirs.number)
    assert.notInclude(inbox.text(), own.number)
    const mine = await client.get('/birim').loginAs(wood)
    assert.include(mine.text(), own.number)
    assert.notInclude(mine.text(), theirs.number)
    mine.assertTextIncludes(`${head.name} adına vekâleten çalış`)
    const card = `/dosya/${theirs.number}`
    ;(await openedIn(client, wood, place, card)).assertStatus(200)
    ;(await client.get(card).loginAs(wood)).assertStatus(404)
  })

  test('gives the answer in their place, and history and letter name both', async ({
    client,
    assert,
  }) => {
    const petition = await submitted()
    const [wood, head] = [await officer('orman'), await officer('tarim.amir')]
    const place = await standsInFor(wood, head)
    await (await Answer.newestOf(petition))!.approve(await inPlaceOf(wood, head))
    const step = await Step.query()
      .where({ petition_id: petition.id, kind: 'concluded' })
      .firstOrFail()
    assert.deepEqual([step.officerId, step.actedFor], [wood.id, head.id])
    const shown = await openedIn(client, wood, place, `/dosya/${petition.number}`)
    const both = `${head.name} adına vekâleten ${wood.name}`
    assert.lengthOf(shown.text().split(both), 3, 'in the history and under the letter')
    const sef = await officer('sef')
    await sef.merge({ locale: 'en' }).save()
    const english = await client.get(`/dosya/${petition.number}`).loginAs(sef)
    english.assertTextIncludes(`${wood.name}, standing in for ${head.name}`)
  })

  test('does as oneself what is not done in another’s place', async ({ assert }) => {
    const petition = await referredTo('ORM')
    const [wood, head] = [await officer('orman'), await officer('tarim.amir')]
    await standsInFor(wood, head)
    await (await Answer.draftFor(petition)).submit(GRANTED, wood)
    const step = await Step.query()
      .where({ petition_id: petition.id, kind: 'submitted' })
      .firstOrFail()
    assert.isNull(step.actedFor)
  })

  test('has the unit of whoever is away and no more of the own one', async ({ assert }) => {
    const own = await referredTo('ORM')
    const [wood, head] = [await officer('orman'), await officer('tarim.amir')]
    await standsInFor(wood, head)
    await (await Answer.draftFor(own)).submit(GRANTED, await officer('orman'))
    const waiting = await Answer.newestOf(await Petition.findOrFail(own.id))
    await assert.rejects(async () => waiting!.approve(await inPlaceOf(wood, head)), NotAllowed)
  })

  test('approves no draft of their own, wherever they wrote it', async ({ client, assert }) => {
    await db.from('authorities').update({ self_approval: true })
    Catalogue.forget()
    const tarim = await officer('tarim')
    const head = await officer('tarim.amir')
    const petition = await submitted()
    const place = await standsInFor(tarim, head)
    const answer = (await Answer.newestOf(petition))!
    await assert.rejects(async () => answer.approve(await inPlaceOf(tarim, head)), OwnDraft)
    const card = await openedIn(client, tarim, place, `/dosya/${petition.number}`)
    card.assertTextIncludes(says('response.problems.own.inPlace'))
    assert.notInclude(card.text(), `formaction="/dosya/${petition.number}/onay"`)
    const form: [string, Record<string, string>] = [
      `/dosya/${petition.number}/onay`,
      { version: String(petition.version) },
    ]
    ;(await sentIn(client, tarim, place, form)).assertStatus(422)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'awaitingApproval')
    // Whoever is head as well approves it as oneself, where the authority allows.
    await db.table('officer_roles').insert({ officer_id: tarim.id, role: 'unitHead' })
    await answer.approve(await officer('tarim'))
  })

  test('is not both who drafts and who approves', async ({ assert }) => {
    const petition = await submitted()
    const answer = (await Answer.newestOf(petition))!
    const [drafts, head] = [await officer('tarim'), await officer('tarim.amir')]
    const both = await newOfficer('iki.is', 'ORM', ['unitOfficer'])
    for (const absent of [drafts, head]) await standsInFor(both, absent)
    await assert.rejects(async () => answer.approve(await inPlaceOf(both, head)), OwnDraft)
    const other = await newOfficer('tek.is', 'ORM', ['unitOfficer'])
    const place = (await SubstitutionsList.of(head))[0]!
    await endSubstitution(place, place.version, await officer('sef'))
    await standsInFor(other, head)
    await answer.approve(await inPlaceOf(other, head))
  })

  test('sees no complaint about a unit of either', async ({ client, assert }) => {
    const about = await received({ kind: 'complaint', complainedUnit: await unit('ORM') })
    const others = await received({ kind: 'complaint', complainedUnit: await unit('TAR') })
    const [wood, masa] = [await officer('orman'), await officer('masa')]
    const place = await standsInFor(wood, masa)
    const queue = await openedIn(client, wood, place, '/masa')
    assert.include(queue.text(), others.number)
    assert.notInclude(queue.text(), about.number)
    ;(await openedIn(client, wood, place, `/dosya/${about.number}`)).assertStatus(404)
    const search = await sentIn(client, wood, place, ['/kayit', { ara: about.number }])
    assert.notInclude(search.text(), `href="/dosya/${about.number}"`)
  })

  test('of the bureau sees no complaint about it in a manager’s place', async ({
    client,
    assert,
  }) => {
    const about = await received({ kind: 'complaint', complainedUnit: await unit('AKB') })
    const manager = await officer('kaymakam')
    // By role alone: by the unit it would be a complaint about one's own.
    const masa = await newOfficer('buroda', null, ['bureauOfficer'])
    const place = await standsInFor(masa, manager)
    ;(await openedIn(client, masa, place, `/dosya/${about.number}`)).assertStatus(404)
    const register = await openedIn(client, masa, place, '/kayit')
    assert.notInclude(register.text(), about.number)
    ;(await openedIn(client, masa, place, '/izleme')).assertStatus(200)
    const wood = await officer('orman')
    const open = await SubstitutionsList.of(manager)
    await endSubstitution(open[0]!, 1, await officer('sef'))
    const second = await standsInFor(wood, manager)
    ;(await openedIn(client, wood, second, `/dosya/${about.number}`)).assertStatus(200)
  })

  test('passes nothing on to whoever stands in for them', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const [wood, head] = [await officer('orman'), await officer('tarim.amir')]
    await standsInFor(wood, head)
    const third = await newOfficer('ucuncu', 'MEM', ['unitOfficer'])
    const place = await standsInFor(third, wood)
    const inbox = await openedIn(client, third, place, '/birim')
    assert.notInclude(inbox.text(), petition.number)
    ;(await openedIn(client, third, place, `/dosya/${petition.number}`)).assertStatus(404)
  })

  test('stands in on those days only, and not for whoever has left', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const [wood, head] = [await officer('orman'), await officer('tarim.amir')]
    const place = await standsInFor(wood, head)
    const status = async () =>
      (await openedIn(client, wood, place, `/dosya/${petition.number}`)).status()
    assert.equal(await status(), 200)
    const day = (days: number) => today().plus({ days }).toISODate()!
    const set = async (days: Record<string, string>) => {
      await db.from('substitutions').where('id', place.id).update(days)
      Catalogue.forget()
    }
    await set({ first_day: day(1) })
    assert.equal(await status(), 404)
    await set({ first_day: day(-2), last_day: day(-1) })
    assert.equal(await status(), 404)
    await set({ first_day: day(-2), last_day: day(0) })
    assert.equal(await status(), 200)
    await db
      .from('officers')
      .where('id', head.id)
      .update({ left_on: day(0) })
    Catalogue.forget()
    assert.equal(await status(), 404)
  })

  test('is somebody else’s substitute to nobody', async ({ client }) => {
    const petition = await referredTo('TAR')
    const place = await standsInFor(await officer('orman'), await officer('tarim.amir'))
    const stranger = await newOfficer('yabanci', 'MEM', ['unitOfficer'])
    ;(await openedIn(client, stranger, place, `/dosya/${petition.number}`)).assertStatus(404)
  })
})

test.group('Working in another’s place', (group) => {
  wrapped(group)
  group.each.setup(() => () => Catalogue.forget())

  test('begins and ends by a button, and is over at once when it is ended', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const [wood, head] = [await officer('orman'), await officer('tarim.amir')]
    const place = await standsInFor(wood, head)
    const machine = browser()
    await machine.post('/giris', { login: 'orman', password: DEMO_PASSWORD })
    const begins = hiddenFields((await machine.get('/birim')).body, '/vekaleten')
    assert.equal((await machine.post('/vekaleten', begins)).headers.location, '/birim')
    assert.include((await machine.get('/birim')).body, petition.number)
    const ends = hiddenFields((await machine.get('/birim')).body, '/vekaleten/birak')
    assert.equal((await machine.post('/vekaleten/birak', ends)).status, 303)
    assert.notInclude((await machine.get('/birim')).body, petition.number)
    await machine.post('/vekaleten', begins)
    const row = (await SubstitutionsList.find(place.authorityId, String(place.id)))!
    await endSubstitution(row, 1, await officer('sef'))
    const over = await machine.get('/birim')
    assert.notInclude(over.body, petition.number)
    assert.include(over.body, says('organisation.standIn.over'))
    assert.notInclude((await machine.get('/birim')).body, says('organisation.standIn.over'))
    const again = await machine.post('/vekaleten', begins)
    assert.equal(again.headers.location, '/hesap')
    assert.include((await machine.get('/hesap')).body, says('organisation.flash.standInOver'))
    machine.close()
  })

  test('is said by each form, so that two tabs do what stands on them', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const sef = await officer('sef')
    const desk = await newOfficer('masa2', 'AKB', ['bureauOfficer'])
    const place = await standsInFor(desk, await officer('masa'), sef)
    const card = `/dosya/${petition.number}`
    const opened = await openedIn(client, desk, place, card)
    assert.include(opened.text(), `name='standsIn' value='${place.id}'`)
    const own = await client.get(card).loginAs(desk)
    assert.include(own.text(), "name='standsIn' value='0'")
    const fields = { 'version': String(petition.version), 'refer-unit': 'TAR' }
    // The session says one thing, the page that was opened before another.
    const sent = await client
      .post(`${card}/yonlendirme`)
      .loginAs(desk)
      .withSession({ standsIn: place.id })
      .withCsrfToken()
      .redirects(0)
      .form({ ...fields, standsIn: '0' })
    sent.assertStatus(303)
    const step = await Step.query()
      .where({ petition_id: petition.id, kind: 'referred' })
      .firstOrFail()
    assert.deepEqual([step.officerId, step.actedFor], [desk.id, null])
    const nobody = await client.get(card).loginAs(sef)
    assert.notInclude(nobody.text(), 'standsIn')
  })

  test('costs nobody else a statement', async ({ client, assert }) => {
    const masa = await officer('masa')
    const count = async () => {
      await client.get('/hesap').loginAs(masa)
      let statements = 0
      const counted = () => void statements++
      const { client: knex } = db.connection().getWriteClient()
      knex.on('query', counted)
      await client.get('/hesap').loginAs(masa)
      knex.off('query', counted)
      return statements
    }
    const before = await count()
    await standsInFor(await officer('orman'), await officer('tarim.amir'))
    assert.equal(await count(), before)
    await standsInFor(masa, await officer('sef'), await officer('kaymakam'))
    assert.equal(await count(), before, 'nor those who stand in for somebody')
  })

  test('leaves the own row of whoever stands in as it is', async ({ client, assert }) => {
    const [wood, head] = [await officer('orman'), await officer('tarim.amir')]
    const place = await standsInFor(wood, head)
    const form: [string, Record<string, string>] = ['/tercih', { locale: 'en', shortcuts: 'off' }]
    ;(await sentIn(client, wood, place, form)).assertStatus(303)
    const now = await Officer.findOrFail(wood.id)
    assert.deepEqual([now.unitId, now.locale], [wood.unitId, 'en'])
    await now.merge({ locale: 'tr' }).save()
    const page = await openedIn(client, wood, place, '/hesap')
    page.assertTextIncludes((await unit('ORM')).name)
    await Referral.make(await received(), await unit('ORM'), await officer('sef'))
  })
})
