import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DEMO_PASSWORD } from '#config/demonstration'
import { Farewells } from '#administration'
import { Petition } from '#intake'
import { Answer } from '#response'
import { longDate, today } from '#shared/dates/turkish_date'
import { says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { hasMoreUnits } from '#tests/support/databases/district'
import { GRANTED, newOfficer, officer, referredTo, submitted, unit } from '#tests/support/journey'
import { browser, found, sendAs } from '#tests/support/officers'

const at = ({ id }: { id: number }, rest: string) => `/yonetim/gorevliler/${id}${rest}`
const day = (days: number) => today().plus({ days }).toISODate()!
const SILENT = { info() {}, error() {} }

async function drafted() {
  const petition = await referredTo('TAR')
  const answer = await Answer.draftFor(petition)
  await answer.write(GRANTED, await officer('tarim'))
  return answer.id
}

const enters = { login: 'tarim', password: DEMO_PASSWORD }

async function inHands(one: Petition, hands: Partial<Petition>) {
  await one.change(
    async (current, trx) => void (await current.take({ kind: 'assigned', changes: hands, trx }))
  )
}

test.group('Leaving', (group) => {
  wrapped(group)

  test('ends sessions on the day, and hands the drafts to whoever was named', async ({
    client,
    assert,
  }) => {
    const mine = await drafted()
    const { id: waiting } = await submitted()
    const heir = await newOfficer('tarim2', 'TAR', ['unitOfficer'])
    const [sef, tarim] = [await officer('sef'), await found('tarim')]
    const page = await client.get(at(tarim, '/ayrilis')).loginAs(sef)
    page.assertTextIncludes('1 bitmemiş taslağını kim alsın?')
    const machine = browser()
    await machine.post('/giris', enters)
    const left = { version: '1', day: day(0), heir: 'tarim2' }
    ;(await sendAs(client, sef, at(tarim, '/ayrilis'), left)).assertStatus(303)
    assert.equal((await machine.get('/birim')).status, 401)
    assert.equal((await machine.post('/giris', enters)).status, 422)
    machine.close()

    const answer = await Answer.query().where('id', mine).preload('versions').firstOrFail()
    assert.equal(answer.draftedBy, heir.id)
    assert.deepEqual(
      answer.versions.map(({ officerId, text }) => [officerId, text]),
      [[tarim.id, GRANTED.text]]
    )
    const submittedOne = await Answer.query().where('petition_id', waiting).firstOrFail()
    assert.equal(submittedOne.draftedBy, tarim.id, 'what waits for the head stays as it is')
    const shown = await client.get(at(tarim, '')).loginAs(sef)
    shown.assertTextIncludes('tarim2')
  })

  test('hands on also a draft whose petitioner is asked something', async ({ client, assert }) => {
    const mine = await drafted()
    const tarim = await officer('tarim')
    const { petitionId } = await Answer.findOrFail(mine)
    const asking = { question: 'Hangi sokak?' }
    ;(
      await send(client, tarim, await Petition.findOrFail(petitionId), 'soru', asking)
    ).assertStatus(303)
    assert.equal((await Petition.findOrFail(petitionId)).stage, 'awaitingPetitioner')
    const heir = await newOfficer('tarim2', 'TAR', ['unitOfficer'])
    const left = { version: '1', day: day(0), heir: 'tarim2' }
    const sef = await officer('sef')
    ;(await sendAs(client, sef, at(await found('tarim'), '/ayrilis'), left)).assertStatus(303)
    assert.equal((await Answer.findOrFail(mine)).draftedBy, heir.id)
  })

  test('passes on what was in hand: to whoever was named, else to nobody, and partners go on', async ({
    client,
    assert,
  }) => {
    const [tarim, amir, sef] = [
      await found('tarim'),
      await officer('tarim.amir'),
      await officer('sef'),
    ]
    const [own, shared, helped] = [
      await referredTo('TAR'),
      await referredTo('TAR', { text: 'Sulama kanalı taştı.' }),
      await referredTo('TAR', { text: 'Köprü çöktü.' }),
    ]
    await inHands(own, { assigneeId: tarim.id })
    await inHands(shared, { assigneeId: tarim.id, partnerId: amir.id })
    await inHands(helped, { assigneeId: amir.id, partnerId: tarim.id })
    const hands = async () => {
      const rows = await Petition.query()
        .whereIn('id', [own.id, shared.id, helped.id])
        .orderBy('id')
      return rows.map(({ assigneeId, partnerId }) => [assigneeId, partnerId])
    }
    const heir = await newOfficer('tarim2', 'TAR', ['unitOfficer'])
    const left = { version: '1', day: day(0), heir: 'tarim2' }
    ;(await sendAs(client, sef, at(tarim, '/ayrilis'), left)).assertStatus(303)
    assert.deepEqual(await hands(), [
      [heir.id, null],
      [heir.id, amir.id],
      [amir.id, heir.id],
    ])
    assert.equal((await found('tarim')).draftsTo, heir.id, 'what could not go yet still goes there')
    // One that somebody worked on meanwhile.
    await inHands(await Petition.findOrFail(own.id), { assigneeId: tarim.id })
    await new Farewells(SILENT).round()
    assert.deepEqual((await hands())[0], [heir.id, null])
    assert.isNull((await found('tarim')).draftsTo, 'nothing is left')
    const rows = await db.from('assignments').where('officer_id', tarim.id)
    assert.isTrue(rows.every(({ until }) => until !== null))

    // Nobody was named, and the day came while nobody looked.
    await db
      .from('officers')
      .where('id', heir.id)
      .update({ left_on: day(0) })
    const farewells = new Farewells(SILENT)
    for (let rounds = 0; rounds < 3; rounds++) await farewells.round()
    assert.deepEqual(await hands(), [
      [null, null],
      [amir.id, null],
      [amir.id, null],
    ])
    const steps = await db.from('steps').where({ petition_id: own.id, kind: 'putBack' })
    assert.lengthOf(steps, 1, 'nothing twice')
  })

  test('for another unit leaves what was in hand: to the one who shares it, else to nobody', async ({
    client,
    assert,
  }) => {
    const [tarim, amir, sef] = [
      await found('tarim'),
      await officer('tarim.amir'),
      await officer('sef'),
    ]
    const [own, shared] = [
      await referredTo('TAR'),
      await referredTo('TAR', { text: 'Köprü çöktü.' }),
    ]
    await inHands(own, { assigneeId: tarim.id })
    await inHands(shared, { assigneeId: tarim.id, partnerId: amir.id })
    const hands = async () => {
      const rows = await Petition.query().whereIn('id', [own.id, shared.id]).orderBy('id')
      return rows.map(({ assigneeId, partnerId }) => [assigneeId, partnerId])
    }
    const { name, version } = tarim
    const elsewhere = { name, 'email': '', 'phone': '', 'unit': 'MUF', 'role-unitOfficer': '1' }
    const moved = { ...elsewhere, version: String(version) }
    const done = await sendAs(client, sef, at(tarim, '/duzenle'), moved)
    done.assertStatus(303)
    assert.deepEqual(await hands(), [
      [null, null],
      [amir.id, null],
    ])
    assert.isNull((await found('tarim')).leftUnitId, 'nothing is left')

    // One that somebody worked on meanwhile, or a change from the command line.
    await inHands(await Petition.findOrFail(own.id), { assigneeId: tarim.id })
    await db.from('officers').where('id', tarim.id).update({ left_unit_id: own.unitId })
    await new Farewells(SILENT).round()
    await new Farewells(SILENT).round()
    assert.deepEqual((await hands())[0], [null, null])
    assert.isNull((await found('tarim')).leftUnitId)
    const steps = await db.from('steps').where({ petition_id: own.id, kind: 'putBack' })
    assert.lengthOf(steps, 2, 'nothing twice')

    // Who is back in the unit of before keeps what is in hand.
    await inHands(await Petition.findOrFail(own.id), { assigneeId: tarim.id })
    const back = { left_unit_id: own.unitId, unit_id: own.unitId }
    await db.from('officers').where('id', tarim.id).update(back)
    await new Farewells(SILENT).round()
    assert.deepEqual((await hands())[0], [tarim.id, null])
  })

  test('for a third unit, before anybody looked, leaves what was in hand in the first one', async ({
    client,
    assert,
  }) => {
    const [tarim, sef, between] = [await found('tarim'), await officer('sef'), await unit('MUF')]
    const [first, second] = [await referredTo('TAR'), await referredTo('MUF')]
    await inHands(first, { assigneeId: tarim.id })
    await inHands(second, { partnerId: tarim.id })
    // From the command line: the next round would have passed it on.
    const moved = { unit_id: between.id, left_unit_id: tarim.unitId }
    await db.from('officers').where('id', tarim.id).update(moved)
    const { name, version } = tarim
    const third = { name, 'email': '', 'phone': '', 'unit': 'ORM', 'role-unitOfficer': '1' }
    const again = { ...third, version: String(version) }
    ;(await sendAs(client, sef, at(tarim, '/duzenle'), again)).assertStatus(303)
    for (const { id } of [first, second]) {
      const { assigneeId, partnerId } = await Petition.findOrFail(id)
      assert.deepEqual([assigneeId, partnerId], [null, null])
    }
    assert.isNull((await found('tarim')).leftUnitId, 'nothing is left')
  })

  test('on a later day lets somebody work until then', async ({ client, assert }) => {
    const mine = await drafted()
    await newOfficer('tarim2', 'TAR', ['unitOfficer'])
    const [sef, tarim] = [await officer('sef'), await found('tarim')]
    const later = { version: '1', day: day(3), heir: 'tarim2' }
    ;(await sendAs(client, sef, at(tarim, '/ayrilis'), later)).assertStatus(303)
    const machine = browser()
    assert.equal((await machine.post('/giris', enters)).status, 303)
    assert.equal((await machine.get('/birim')).status, 200)
    const page = await client.get(at(tarim, '')).loginAs(sef)
    page.assertTextIncludes(longDate(today().plus({ days: 3 })))
    await new Farewells(SILENT).round()
    assert.equal((await Answer.findOrFail(mine)).draftedBy, tarim.id, 'not before the day')

    await db
      .from('officers')
      .where('id', tarim.id)
      .update({ left_on: day(0) })
    assert.equal((await machine.get('/birim')).status, 401)
    machine.close()
    const farewells = new Farewells(SILENT)
    for (let rounds = 0; rounds < 3; rounds++) await farewells.round()
    const answer = await Answer.query().where('id', mine).preload('versions').firstOrFail()
    assert.notEqual(answer.draftedBy, tarim.id)
    assert.lengthOf(answer.versions, 1, 'nothing twice')
    assert.isNull((await found('tarim')).draftsTo)
  })

  test('is refused for a day that has passed or that nobody knows yet', async ({ client }) => {
    const [sef, tarim] = [await officer('sef'), await found('tarim')]
    for (const [typed, rule] of [
      [day(-1), 'past'],
      [day(400), 'far'],
      ['yarın', 'format'],
      ['', 'required'],
    ] as const) {
      const sent = await sendAs(client, sef, at(tarim, '/ayrilis'), { version: '1', day: typed })
      sent.assertStatus(422)
      sent.assertTextIncludes(says(`administration.problems.day.${rule}`))
    }
  })

  test('is taken back, and who comes back has the roles of before', async ({ client, assert }) => {
    const [sef, it, tarim] = [
      await officer('sef'),
      await officer('bilgiislem'),
      await found('tarim'),
    ]
    const left = { version: '1', day: day(0), heir: '' }
    ;(await sendAs(client, it, at(tarim, '/ayrilis'), left)).assertStatus(303)
    const page = await client.get(at(tarim, '')).loginAs(it)
    assert.notInclude(page.text(), '/donus')
    const back = { version: '2' }
    ;(await sendAs(client, it, at(tarim, '/donus'), back)).assertStatus(422)
    ;(await sendAs(client, sef, at(tarim, '/donus'), { version: '1' })).assertStatus(409)
    ;(await sendAs(client, sef, at(tarim, '/donus'), back)).assertStatus(303)
    ;(await client.post('/giris').redirects(0).form(enters)).assertStatus(303)
    assert.deepEqual((await found('tarim')).roles, tarim.roles)
  })
})

test.group('An officer of a unit that was closed', (group) => {
  wrapped(group)

  test('signs in, and is shown and kept with it', async ({ client, assert }) => {
    const tarim = await found('tarim')
    await db.from('units').where('id', tarim.unitId!).update({ closed_on: '2026-01-01' })
    hasMoreUnits()
    const machine = browser()
    const sent = await machine.post('/giris', enters)
    assert.equal(sent.status, 303)
    assert.equal((await machine.get(sent.headers.location!)).status, 200)
    assert.equal((await machine.get('/hesap')).status, 200)
    machine.close()
    const sef = await officer('sef')
    for (const rest of ['', '/duzenle', '/ayrilis']) {
      ;(await client.get(at(tarim, rest)).loginAs(sef)).assertStatus(200)
    }
    const kept = { 'version': '1', 'name': tarim.name, 'unit': 'TAR', 'role-unitOfficer': '1' }
    ;(await sendAs(client, sef, at(tarim, '/duzenle'), kept)).assertStatus(303)
    assert.equal((await found('tarim')).unitId, tarim.unitId)
  })
})
