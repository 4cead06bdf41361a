import { test } from '@japa/runner'
import { ChangesList, Heading, Subject } from '#organisation'
import { Tallying } from '#insight'
import { today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district, hasMoreUnits } from '#tests/support/databases/district'
import { received, unit } from '#tests/support/journey'
import { page, send } from './as_chief.ts'

const LIST = '/yonetim/konular'
const SILENT = { error: () => {} }

/** The first subjects of a heading that has some, sensitive or not. */
async function some(sensitive = false) {
  const { subjects } = await district()
  const fit = subjects.filter((one) => Boolean(one.sensitive) === sensitive)
  const [first] = fit
  const others = fit.filter(({ headingId }) => headingId === first!.headingId)
  return others.map(({ id, code, name, version }) => ({ id, code, name, seen: String(version) }))
}

/** What the form of a subject holds. */
async function formOf(id: number, other: Record<string, string> = {}) {
  const { name, headingId, kind, version } = await Subject.findOrFail(id)
  const form = { name, heading: String(headingId), kind, unit: 'TAR', version: String(version) }
  return { ...form, ...other }
}

test.group('Konular', (group) => {
  wrapped(group)
  group.each.setup(() => hasMoreUnits())

  test('a subject is added, and stands last under its heading', async ({ client, assert }) => {
    const [first] = await some()
    const { headingId } = await Subject.findOrFail(first!.id)
    const typed = {
      ...{ name: 'Sokak hayvanları barınağı', nameEn: 'Animal shelter', kind: 'request' },
      ...{ heading: String(headingId), unit: 'TAR', keywords: 'barınak\n köpek evi ,  barınak' },
      sensitive: '1',
    }
    ;(await send(client, LIST, typed)).assertStatus(303)
    const added = await Subject.findByOrFail('name', typed.name)
    assert.equal(added.code, 'sokak-hayvanlari-barinagi')
    assert.equal(added.keywords, 'barınak|köpek evi')
    assert.isTrue(Boolean(added.sensitive))
    const { tree } = await district()
    const open = tree.under({ id: headingId }).filter(({ closedOn }) => !closedOn)
    assert.equal(open.at(-1)!.id, added.id)
    ;(await page(client, `/yonetim/basliklar/${headingId}`)).assertStatus(200)
    ;(await page(client, `${LIST}/${added.id}`)).assertTextIncludes('köpek evi')
  })

  test('everything wrong is said at once, and what was typed stays', async ({ client }) => {
    const typed = { name: '', heading: '999999', unit: 'YOK', kind: 'x', keywords: 'ağaç budama' }
    const sent = await send(client, LIST, typed)
    sent.assertStatus(422)
    for (const field of ['name.required', 'heading.choice', 'unit.choice', 'kind.choice']) {
      sent.assertTextIncludes(says(`administration.problems.${field}`))
    }
    sent.assertTextIncludes('ağaç budama')
  })

  test('a subject whose unit is closed says so, and wants an open one', async ({
    client,
    assert,
  }) => {
    const [first] = await some()
    const tar = await unit('TAR')
    ;(await send(client, `${LIST}/${first!.id}`, await formOf(first!.id))).assertStatus(303)
    await tar.merge({ closedOn: today() }).save()
    hasMoreUnits()
    const list = await page(client, LIST)
    list.assertTextIncludes(says('administration.subjects.lostTitle'))
    const sent = await send(client, `${LIST}/${first!.id}`, await formOf(first!.id))
    sent.assertStatus(422)
    sent.assertTextIncludes(`Seçtiğiniz birim kapatılmış: ${tar.name}`)
    const other = await formOf(first!.id, { unit: 'MEM' })
    ;(await send(client, `${LIST}/${first!.id}`, other)).assertStatus(303)
    const { unitId } = await Subject.findOrFail(first!.id)
    assert.equal(unitId, (await unit('MEM')).id)
  })

  test('a subject goes one place up and down by its buttons', async ({ client, assert }) => {
    const [first, second, third] = await some()
    const { headingId } = await Subject.findOrFail(first!.id)
    const order = async () => (await district()).tree.under({ id: headingId }).map(({ id }) => id)
    const sent = await send(client, `${LIST}/${third!.id}/sira`, { yon: 'up' })
    sent.assertStatus(303)
    sent.assertHeader('location', `/yonetim/basliklar/${headingId}#k${third!.id}`)
    assert.deepEqual((await order()).slice(0, 3), [first!.id, third!.id, second!.id])
    await send(client, `${LIST}/${first!.id}/sira`, { yon: 'up' })
    assert.equal((await order())[0], first!.id, 'nothing is above it')
    const { rows } = await ChangesList.of('subject', third!.id)
    assert.deepEqual(rows[0]!.changed, [{ field: 'position', was: '3', is: '2' }])
    assert.isEmpty((await ChangesList.of('subject', first!.id)).rows)
  })

  test('two subjects are counted together, and each petition keeps its own', async ({
    client,
    assert,
  }) => {
    const [first, second] = await some()
    const { subjects } = await district()
    const subject = subjects.find(({ id }) => id === first!.id)!
    const into = subjects.find(({ id }) => id === second!.id)!
    const petitions = [await received({ subject }), await received({ subject: into })]
    const sent = await send(client, `${LIST}/${first!.id}/birlestir`, {
      version: first!.seen,
      into: into.code,
    })
    sent.assertStatus(303)
    await new Tallying(SILENT, 0).round()

    await petitions[0]!.refresh()
    assert.equal(petitions[0]!.subjectId, first!.id)
    const figures = await page(client, '/izleme')
    figures.assertTextIncludes(into.name)
    assert.notInclude(figures.text(), `konu=${subject.code}`)
    for (const code of [subject.code, into.code]) {
      const list = await page(client, `/kayit?konu=${code}`)
      for (const { number } of petitions) list.assertTextIncludes(number)
    }

    const { version } = await Subject.findOrFail(first!.id)
    await send(client, `${LIST}/${first!.id}/ac`, { version: String(version) })
    const alone = await page(client, `/kayit?konu=${into.code}`)
    assert.notInclude(alone.text(), petitions[0]!.number)
  })

  test('is not merged with itself, nor what is sensitive with what is not', async ({ client }) => {
    const [first] = await some()
    const [sensitive] = await some(true)
    const itself = await send(client, `${LIST}/${first!.id}/birlestir`, {
      version: first!.seen,
      into: first!.code,
    })
    itself.assertTextIncludes(says('administration.problems.into.itself'))
    const open = await send(client, `${LIST}/${sensitive!.id}/birlestir`, {
      version: sensitive!.seen,
      into: first!.code,
    })
    open.assertStatus(422)
    open.assertTextIncludes(says('administration.problems.into.sensitive'))
  })

  test('a closed subject is offered no more, and opened again it is', async ({
    client,
    assert,
  }) => {
    const [first] = await some()
    await send(client, `${LIST}/${first!.id}/kapat`, { version: first!.seen })
    assert.isUndefined((await district()).subjectByCode(first!.code))
    await send(client, `${LIST}/${first!.id}/ac`, { version: String(Number(first!.seen) + 1) })
    assert.isDefined((await district()).subjectByCode(first!.code))
    const late = await send(client, `${LIST}/${first!.id}/kapat`, { version: first!.seen })
    late.assertStatus(409)
  })
})

test.group('Konu başlıkları', (group) => {
  wrapped(group)
  group.each.setup(() => hasMoreUnits())

  test('a heading is added last, moved, and closed once nothing is under it', async ({
    client,
    assert,
  }) => {
    const typed = { name: 'Hayvan hakları', nameEn: 'Animals' }
    ;(await send(client, '/yonetim/basliklar/yeni', typed)).assertStatus(303)
    const added = await Heading.findByOrFail('name', typed.name)
    const order = async () => (await district()).headings.map(({ id }) => id)
    const before = await order()
    assert.equal(before.at(-1), added.id)
    await send(client, `/yonetim/basliklar/${added.id}/sira`, { yon: 'up' })
    assert.deepEqual((await order()).slice(-2), [added.id, before.at(-2)!])

    const at = `/yonetim/basliklar/${added.id}/kapat`
    ;(await send(client, at, { version: '1' })).assertStatus(303)
    assert.notInclude(await order(), added.id)
    const full = `/yonetim/basliklar/${before[0]}/kapat`
    const refused = await send(client, full, { version: '1' })
    refused.assertStatus(422)
    refused.assertTextIncludes(says('administration.problems.closing.subjects'))
  })

  test('a name twice is refused', async ({ client }) => {
    const [heading] = (await district()).headings
    const sent = await send(client, '/yonetim/basliklar/yeni', { name: heading!.name })
    sent.assertStatus(422)
    sent.assertTextIncludes(says('administration.problems.name.taken'))
  })
})
