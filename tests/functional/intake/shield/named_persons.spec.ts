import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { namePerson, Petition, type PetitionDetails } from '#intake'
import { Catalogue, Officer } from '#organisation'
import { Answer } from '#response'
import { Forwarding, Handover, Referral } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { hasMoreUnits } from '#tests/support/databases/district'
import { person, province } from '#tests/support/databases/three_authorities'
import { fields } from '../attachments/sent.ts'
import { GRANTED, newOfficer, officer, received, unit } from '#tests/support/journey'

const NAME = 'Memur Örnek Kişi'

/** A complaint that means this person, as the desk said. */
async function about(login: string, more: Partial<PetitionDetails> = {}) {
  const petition = await received({ kind: 'complaint', complainedName: NAME, ...more })
  const named = await Officer.query().where('login', login).preload('officerRoles').firstOrFail()
  await namePerson(petition, named, await officer('masa'))
  return Petition.findOrFail(petition.id)
}

async function sees(login: string, { number }: Petition) {
  return (await Petition.findFor(await officer(login), number)) !== null
}

test.group('A complaint about a person', (group) => {
  wrapped(group)

  test('is kept as the citizen wrote it, sealed', async ({ assert }) => {
    const petition = await received({ kind: 'complaint', complainedName: NAME })
    const row = await db.from('petitions').where('id', petition.id).firstOrFail()
    assert.notInclude(JSON.stringify(row), NAME)
    assert.equal((await Petition.findOrFail(petition.id)).complainedName, NAME)
  })

  test('waits until the desk has said whom it means, and says so', async ({ client, assert }) => {
    const petition = await received({ kind: 'complaint', complainedName: NAME })
    const masa = await officer('masa')
    assert.isFalse(await sees('kaymakam', petition), 'it may mean them')
    const card = (await open(client, masa, petition)).text()
    assert.include(card, NAME)
    assert.include(card, says('intake.naming.decider.naming'))
    await assert.rejects(async () => Referral.make(petition, await unit('TAR'), masa))

    const page = await client.get(`/dosya/${petition.number}/sikayet-edilen`).loginAs(masa)
    page.assertTextIncludes(NAME)
    const nothing = await send(client, masa, petition, 'sikayet-edilen')
    nothing.assertStatus(422)
    const form = { complainedOfficer: 'nobody', version: String(petition.version) }
    const said = await send(client, masa, petition, 'sikayet-edilen', form)
    said.assertStatus(303)
    const rows = await db.from('namings').where('petition_id', petition.id)
    assert.deepEqual([rows.length, rows[0].complained_officer_id], [1, null])
    assert.isTrue(await sees('kaymakam', petition))
    const current = await Petition.findOrFail(petition.id)
    await Referral.make(current, await unit('TAR'), masa)
  })

  test('offers those of the unit and the managers, and tells an older page that somebody was first', async ({
    client,
    assert,
  }) => {
    const complainedUnit = await unit('TAR')
    const petition = await received({ kind: 'complaint', complainedUnit, complainedName: NAME })
    const masa = await officer('masa')
    const page = (await client.get(`/dosya/${petition.number}/sikayet-edilen`).loginAs(masa)).text()
    for (const login of ['tarim', 'tarim.amir', 'kaymakam']) {
      assert.include(page, `value="${login}"`)
    }
    assert.notInclude(page, 'value="orman"')
    const form = { complainedOfficer: 'tarim' }
    const first = await send(client, masa, petition, 'sikayet-edilen', form)
    first.assertStatus(303)
    const later = { complainedOfficer: 'tarim.amir' }
    const late = await send(client, masa, petition, 'sikayet-edilen', later)
    late.assertStatus(422)
    late.assertTextIncludes('value="tarim.amir" selected')
  })

  test('goes to that person’s unit alone, where heads see it and nobody else does', async ({
    client,
    assert,
  }) => {
    await newOfficer('tarim.iki', 'TAR', ['unitOfficer'])
    const petition = await about('tarim')
    assert.equal(petition.decider, 'head')
    const masa = await officer('masa')
    for (const code of ['ORM', 'AKB']) {
      const other = await unit(code)
      await assert.rejects(() => Referral.make(petition, other, masa))
    }
    await Referral.make(petition, await unit('TAR'), masa)
    for (const login of ['tarim', 'tarim.iki']) assert.isFalse(await sees(login, petition), login)
    for (const login of ['tarim.amir', 'masa', 'kaymakam']) {
      assert.isTrue(await sees(login, petition), login)
    }
    const inbox = await client.get('/birim').loginAs(await officer('tarim'))
    assert.notInclude(inbox.text(), petition.number)
    const heads = await client.get('/birim').loginAs(await officer('tarim.amir'))
    heads.assertTextIncludes(petition.number)
  })

  test('is hidden from that one also in another’s place, and from whoever works in theirs', async ({
    assert,
  }) => {
    const petition = await about('orman')
    const [masa, orman] = [await officer('masa'), await officer('orman')]
    orman.actsFor = masa
    assert.isNull(await Petition.findFor(orman, petition.number))
    masa.actsFor = await officer('orman')
    assert.isNull(await Petition.findFor(masa, petition.number))
  })

  test('stays hidden from that one wherever they work later', async ({ assert }) => {
    const petition = await about('tarim')
    const { id } = await officer('tarim')
    const { id: unitId } = await unit('AKB')
    await db.from('officers').where({ id }).update({ unit_id: unitId })
    await db.from('officer_roles').where('officer_id', id).update({ role: 'bureauOfficer' })
    assert.isFalse(await sees('tarim', petition))
    assert.isTrue(await sees('buro', petition))
    const masa = await officer('masa')
    masa.actsFor = await officer('tarim')
    assert.isNull(await Petition.findFor(masa, petition.number))
  })

  test('about a head is approved by a manager, and all of the unit are past it', async ({
    client,
    assert,
  }) => {
    const petition = await about('tarim.amir')
    assert.equal(petition.decider, 'manager')
    const masa = await officer('masa')
    await assert.rejects(async () => Referral.make(petition, await unit('TAR'), masa))
    await Referral.make(petition, await unit('ORM'), masa)
    for (const login of ['tarim', 'tarim.amir']) assert.isFalse(await sees(login, petition), login)
    const answer = await Answer.draftFor(petition)
    await answer.submit(GRANTED, await officer('orman'))
    const head = await newOfficer('orman.amir2', 'ORM', ['unitHead'])
    const kaymakam = await officer('kaymakam')
    const byHead = await send(client, head, petition, 'onay')
    byHead.assertStatus(403)
    const card = (await open(client, kaymakam, petition)).text()
    assert.include(card, says('response.approve.title'))
    const current = await Petition.findOrFail(petition.id)
    const approved = await send(client, kaymakam, current, 'onay')
    approved.assertStatus(303)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'concluded')
  })

  test('about a head below another unit goes to that unit', async ({ assert }) => {
    const [farm, wood] = [await unit('TAR'), await unit('ORM')]
    await db.from('units').where('id', farm.id).update({ parent_id: wood.id })
    await newOfficer('orman.amir2', 'ORM', ['unitHead'])
    Catalogue.forget()
    const petition = await about('tarim.amir')
    assert.equal(petition.decider, 'parent')
    const masa = await officer('masa')
    await assert.rejects(async () => Referral.make(petition, await unit('EMN'), masa))
    await Referral.make(petition, await unit('ORM'), masa)
    hasMoreUnits()
  })

  test('comes back to the desk from a unit that may not decide it', async ({ assert }) => {
    const petition = await received({ kind: 'complaint' })
    const masa = await officer('masa')
    await Referral.make(petition, await unit('TAR'), masa)
    const head = await Officer.query()
      .where('login', 'tarim.amir')
      .preload('officerRoles')
      .firstOrFail()
    await namePerson(petition, head, masa)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'returned')
    assert.isFalse(await sees('tarim.amir', petition))
    const readers = db.from('petition_readers').where('petition_id', petition.id)
    assert.isEmpty(await readers.whereNull('until'))
  })

  test('about the bureau’s chief, or anybody of the bureau, goes to the manager', async ({
    assert,
  }) => {
    for (const login of ['sef', 'masa']) {
      const petition = await about(login)
      assert.equal(petition.desk, 'management', login)
      for (const one of ['sef', 'masa', 'buro']) assert.isFalse(await sees(one, petition), one)
      assert.isTrue(await sees('kaymakam', petition))
    }
  })
})

test.group('A complaint about the manager', (group) => {
  wrapped(group)

  test('is taken from the form as it was typed, and comes back with a problem', async ({
    client,
    assert,
  }) => {
    const typed = fields({ complained: 'manager', complainedName: NAME })
    const wrong = await client.post('/basvuru').form({ ...typed, phone: '0266 123 45 67' })
    wrong.assertStatus(422)
    wrong.assertTextIncludes('value="manager" selected')
    wrong.assertTextIncludes(NAME)
    const sent = await client.post('/basvuru').form(typed).redirects(0)
    sent.assertStatus(303)
    const petition = await Petition.query().orderBy('id', 'desc').firstOrFail()
    assert.deepEqual([petition.decider, petition.complainedName], ['above', NAME])
    const notThere = fields({ complained: 'yok', complainedName: NAME })
    const unknown = await client.post('/basvuru').form(notThere)
    unknown.assertStatus(422)
  })

  test('said on the web form is never before a manager', async ({ client, assert }) => {
    const page = await client.get('/basvuru')
    page.assertTextIncludes(says('intake.form.manager'))
    page.assertTextIncludes('name="complainedName"')
    const petition = await received({ kind: 'complaint', complainsOfManager: true })
    assert.isFalse(await sees('kaymakam', petition))
    const both = await newOfficer('ikisi', null, ['manager', 'bureauChief'])
    assert.isNull(await Petition.findFor(await both.loadRoles(), petition.number))
    assert.isTrue(await sees('masa', petition))
    for (const path of ['/kayit', '/izleme', '/erisim']) {
      const seen = await client.get(path).loginAs(await officer('kaymakam'))
      assert.notInclude(seen.text(), petition.number, path)
    }
  })

  test('is charged to no unit, and forwarded where no authority stands above', async ({
    assert,
  }) => {
    const petition = await received({ kind: 'complaint', complainsOfManager: true })
    const masa = await officer('masa')
    for (const code of ['TAR', 'AKB']) {
      const other = await unit(code)
      await assert.rejects(() => Referral.make(petition, other, masa))
    }
    const outside = (await Catalogue.of(petition.authorityId)).units.find((one) => one.isExternal)!
    await Forwarding.make(petition, outside, masa, { documentNumber: null, text: null })
    assert.isFalse(await sees('kaymakam', petition))
  })

  test('is handed to the authority above alone, and comes no nearer afterwards', async ({
    assert,
  }) => {
    const { governorate, edremit, burhaniye } = await province()
    const vali = await person(governorate, 'vali', null, ['manager'])
    const petition = await received({ kind: 'complaint', complainsOfManager: true })
    const masa = await officer('masa')
    const outside = edremit.units.find((one) => one.isExternal)!
    const letter = { documentNumber: null, text: null }
    await assert.rejects(() => Forwarding.make(petition, outside, masa, letter))
    await assert.rejects(() => Handover.make(petition, burhaniye.authority, masa, 'Orada.'))
    await Handover.make(petition, governorate.authority, masa, 'Kaymakamdan şikâyettir.')
    const kaymakam = await officer('kaymakam')
    assert.isNull(await Petition.findFor(kaymakam, petition.number))
    assert.isNull(await Petition.keptFor(kaymakam, petition.number))
    assert.isNotNull(await Petition.keptFor(masa, petition.number))
    assert.isNotNull(await Petition.findFor(await vali.loadRoles(), petition.number))
    assert.equal((await Petition.findOrFail(petition.id)).decider, 'unit')
  })

  test('is meant where the desk names one of them', async ({ assert }) => {
    const petition = await about('kaymakam')
    assert.equal(petition.decider, 'above')
    assert.isFalse(await sees('kaymakam', petition))
    const deputy = await newOfficer('yardimci', null, ['manager'])
    assert.isNull(await Petition.findFor(await deputy.loadRoles(), petition.number))
  })
})
