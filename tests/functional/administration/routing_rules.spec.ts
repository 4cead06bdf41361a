import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Catalogue, ChangesList, Neighbourhood, RoutingRule } from '#organisation'
import { Referral, RuleTrial } from '#routing'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district, districtId } from '#tests/support/databases/district'
import { statementsOf } from '#tests/support/databases/statements'
import { newOfficer, officer, received, referredTo, unit } from '#tests/support/journey'
import { opened } from '#tests/support/walks/every_form'
import { page, send } from './as_chief.ts'

const LIST = '/yonetim/kurallar'
const RULE = { about: 's:tarim.destek', unit: 'SYDV', why: 'Köylerde destekler SYDV’den.' }

/** A village of the district, by the name that people give. */
async function village(name = 'Zeytinli') {
  const row = { authorityId: districtId(), name, kind: 'village', version: 1 }
  const place = await Neighbourhood.create(row)
  Catalogue.forget()
  return place
}

async function add(client: ApiClient, fields: Record<string, string> = {}) {
  const { rules } = (await district()).routing
  const position = String(rules.length + 1)
  ;(await send(client, LIST, { ...RULE, position, ...fields })).assertStatus(303)
  return RoutingRule.query().orderBy('id', 'desc').firstOrFail()
}

/** Tries a rule and switches it on, as its page offers. */
async function begin(client: ApiClient, { id }: RoutingRule) {
  ;(await send(client, `${LIST}/${id}/deneme`)).assertStatus(303)
  const { version } = await RoutingRule.findOrFail(id)
  const { sign } = (await RuleTrial.lastOf({ id }, await officer('sef')))!
  return send(client, `${LIST}/${id}/ac`, { version: String(version), tried: sign })
}

async function works(client: ApiClient, fields: Record<string, string> = {}) {
  const rule = await add(client, fields)
  ;(await begin(client, rule)).assertStatus(303)
  return rule
}

async function subject(code = 'tarim.destek') {
  return (await district()).subjectByCode(code)!
}

/** Which unit stands chosen on a petition's card. */
async function proposed(client: ApiClient, about: Parameters<typeof received>[0]) {
  const card = await open(client, await officer('masa'), await received(about))
  const select = /<select[^>]*name="refer-unit"[^]*?<\/select>/.exec(card.text())![0]
  return { unit: /value="(\w+)"[^>]*\bselected/.exec(select)?.[1] ?? null, text: card.text() }
}

test.group('Yönlendirme kuralları', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('are written, tried on last month, switched on, and propose with their reason', async ({
    client,
    assert,
  }) => {
    await village()
    const about = { subject: await subject(), place: 'Zeytinli Köyü, Okul yanı' }
    const petition = await received(about)
    await received({ ...about, place: 'Akçay Mahallesi' })
    const rule = await add(client, { where: 'village', kind: 'request' })
    assert.equal((await proposed(client, about)).unit, 'TAR', 'nothing before it is switched on')

    ;(await send(client, `${LIST}/${rule.id}/deneme`)).assertStatus(303)
    const trial = await page(client, `${LIST}/${rule.id}/deneme`)
    trial.assertTextIncludes('geçen ay 2 başvuruyu başka birime önerirdi')
    trial.assertTextIncludes(petition.number)
    trial.assertTextIncludes((await unit('TAR')).name)
    ;(await begin(client, rule)).assertStatus(303)

    const card = await proposed(client, about)
    assert.equal(card.unit, 'SYDV')
    assert.include(card.text, 'Köylerde destekler SYDV’den.')
    assert.equal((await proposed(client, { ...about, place: 'Akçay' })).unit, 'TAR')
    assert.equal((await proposed(client, { ...about, kind: 'complaint' })).unit, 'TAR')
    const { rows } = await ChangesList.of('routingRule', rule.id)
    assert.deepEqual(
      rows.map(({ sort }) => sort),
      ['begun', 'added']
    )
    const list = await page(client, LIST)
    for (const word of ['çalışıyor', 'köyler', RULE.why, (await officer('sef')).name]) {
      list.assertTextIncludes(word)
    }
  })

  test('propose what they ask of urgency, and of the place alone', async ({ client, assert }) => {
    const { id } = await village()
    await works(client, { about: '', where: `n:${id}`, urgency: 'ordinary' })
    const urgent = 'Köyde iki gündür su yok, su kesik.'
    assert.equal((await proposed(client, { text: 'Merhaba', place: 'zeytinli köyü' })).unit, 'SYDV')
    assert.isNull((await proposed(client, { text: urgent, place: 'Zeytinli' })).unit)
  })

  test('never propose the unit complained about, nor one that gave it back', async ({
    client,
    assert,
  }) => {
    await works(client)
    const about = { subject: await subject(), kind: 'complaint' as const }
    assert.equal((await proposed(client, about)).unit, 'SYDV')
    const complained = { ...about, complainedUnit: await unit('SYDV') }
    assert.equal((await proposed(client, complained)).unit, 'TAR')

    const petition = await referredTo('SYDV', { subject: await subject() })
    const sydv = await newOfficer('sydv.memur', 'SYDV', ['unitOfficer'])
    await sydv.loadRoles()
    await (await Referral.currentOf(petition)).giveBack(sydv, 'Bize ait değil.')
    const card = (await open(client, await officer('masa'), petition)).text()
    assert.match(card, /<option value="TAR"[^>]*\bselected/)
    assert.notMatch(card, /<option value="SYDV"[^>]*\bselected/)
  })

  test('count as another proposal only what their officer may see', async ({ client, assert }) => {
    const about = { subject: await subject() }
    const seen = await received(about)
    const { bureau } = await district()
    await received({ ...about, complainedUnit: bureau, kind: 'complaint' })
    await received({ ...about, complainedUnit: await unit('SYDV'), kind: 'complaint' })
    await referredTo('SYDV', about)
    const rule = await add(client)
    await send(client, `${LIST}/${rule.id}/deneme`)
    const { looked, fitting, others, agreeing, pairs } = (await RuleTrial.lastOf(
      rule,
      await officer('sef')
    ))!
    assert.deepEqual(
      { looked, fitting, others, agreeing },
      { looked: 3, fitting: 2, others: 2, agreeing: 1 }
    )
    assert.include(
      pairs.map(([id]) => id),
      seen.id
    )
  })

  test('are read for the trial in pieces, whatever there is', async ({ client, assert }) => {
    await received({ subject: await subject() })
    const rule = await add(client)
    const { statements } = await statementsOf(() => send(client, `${LIST}/${rule.id}/deneme`))
    const reads = statements.filter((sql) => /from .petitions. .*received_at/.test(sql))
    assert.lengthOf(reads, 1)
    assert.match(reads[0]!, /limit/i)
  })

  test('cannot be switched on untried, nor when one was changed since', async ({ client }) => {
    const rule = await add(client)
    const at = `${LIST}/${rule.id}`
    const untried = await send(client, `${at}/ac`, { version: '1' })
    untried.assertStatus(422)
    untried.assertTextIncludes(says('administration.problems.trial.required'))
    await send(client, `${at}/deneme`)
    const { sign: tried } = (await RuleTrial.lastOf(rule, await officer('sef')))!
    await add(client, { where: 'quarter' })
    const stale = await send(client, `${at}/ac`, { version: '1', tried })
    stale.assertStatus(422)
    stale.assertTextIncludes(says('administration.rules.stale'))
  })

  test('that could never speak are refused with a sentence that says how to mend it', async ({
    client,
    assert,
  }) => {
    const { headingId } = await subject()
    const wide = await works(client, { about: `h:${headingId}` })
    const behind = await send(client, LIST, { ...RULE, position: '2' })
    behind.assertStatus(422)
    behind.assertTextIncludes(says('administration.problems.position.covered', { rule: 1 }))
    behind.assertTextIncludes(RULE.why)
    const narrow = await works(client, { position: '1' })
    const up = { about: `h:${headingId}`, unit: 'SYDV', why: 'x', position: '1', version: '2' }
    const silencing = await send(client, `${LIST}/${wide.id}`, up)
    silencing.assertStatus(422)
    silencing.assertTextIncludes(says('administration.problems.position.silences', { rule: 2 }))
    assert.isTrue((await RoutingRule.findOrFail(narrow.id)).isOn)
  })

  test('say all at once what is to be mended', async ({ client }) => {
    const typed = { about: 's:yok', where: 'n:999', kind: 'x', urgency: 'x', position: '99' }
    const sent = await send(client, LIST, { ...typed, unit: '', why: ' \u200b' })
    sent.assertStatus(422)
    for (const key of [
      ...['about.choice', 'where.choice', 'kind.choice', 'urgency.choice', 'unit.missing'],
      ...['why.required', 'position.choice'],
    ]) {
      sent.assertTextIncludes(says(`administration.problems.${key}`))
    }
    const nothing = await send(client, LIST, { ...RULE, about: '', position: '1' })
    nothing.assertTextIncludes(says('administration.problems.about.nothing'))
    await add(client)
    const twice = await send(client, LIST, { ...RULE, position: '2' })
    twice.assertTextIncludes(says('administration.problems.about.taken', { rule: 1 }))
  })

  test('sleep when what they name is closed, and wake with it', async ({ client, assert }) => {
    const rule = await works(client)
    const about = { subject: await subject('tarim.destek') }
    const row = await unit('SYDV')
    const { default: db } = await import('@adonisjs/lucid/services/db')
    await db.from('units').where('id', row.id).update({ closed_on: '2026-01-01' })
    Catalogue.forget()
    ;(await page(client, LIST)).assertTextIncludes('uyuyor: birim kapatılmış')
    assert.equal((await proposed(client, about)).unit, 'TAR')
    ;(await page(client, `${LIST}/${rule.id}`)).assertTextIncludes(`${row.name} (kapatılmış)`)
    await db.from('units').where('id', row.id).update({ closed_on: null })
    Catalogue.forget()
    assert.equal((await proposed(client, about)).unit, 'SYDV')
  })

  test('go on for the subject that theirs was merged into', async ({ client, assert }) => {
    await works(client)
    const from = await subject()
    const into = (await district()).subjects.find(
      ({ id, sensitive }) => id !== from.id && !sensitive
    )!
    const fields = { into: into.code, version: String(from.version) }
    ;(await send(client, `/yonetim/konular/${from.id}/birlestir`, fields)).assertStatus(303)
    assert.equal((await proposed(client, { subject: into })).unit, 'SYDV')
    ;(await page(client, LIST)).assertTextIncludes(`“${into.name}” ile birleştirildi`)
  })

  test('stop when what they ask is changed, and keep on with another reason', async ({
    client,
    assert,
  }) => {
    const rule = await works(client)
    const at = `${LIST}/${rule.id}`
    const keep = { ...RULE, position: '1', version: '2' }
    ;(await send(client, at, { ...keep, why: 'Başka sebep.' })).assertStatus(303)
    assert.isTrue((await RoutingRule.findOrFail(rule.id)).isOn)
    const old = await send(client, at, { ...keep, unit: 'TAR' })
    old.assertStatus(409)
    old.assertTextIncludes(says('administration.problems.version.overtaken'))
    ;(await send(client, at, { ...keep, unit: 'TAR', version: '3' })).assertStatus(303)
    assert.isFalse((await RoutingRule.findOrFail(rule.id)).isOn)
    ;(await begin(client, rule)).assertStatus(303)
    ;(await send(client, `${at}/kapat`, { version: '5' })).assertStatus(303)
    assert.isFalse((await RoutingRule.findOrFail(rule.id)).isOn)
  })

  test('are the chief’s, of one’s own authority', async ({ client }) => {
    const rule = await add(client)
    const it = await newOfficer('kural.bilgi', null, ['it'])
    ;(await opened(client, it, LIST)).assertStatus(403)
    ;(await send(client, `${LIST}/999999`, RULE)).assertStatus(404)
    ;(await page(client, `${LIST}/${rule.id}/deneme`)).assertTextIncludes('henüz denenmedi')
    ;(await page(client, `${LIST}/yeni`)).assertStatus(200)
  })
})
