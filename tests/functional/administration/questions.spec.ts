import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { ChangesList, Catalogue, SubjectQuestion } from '#organisation'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'
import { opened } from '#tests/support/walks/every_form'
import { page, send } from './as_chief.ts'

const SCHOOL = { label: 'Hangi okul?', field: 'text', requiredAt: 'web' }

/** A subject without questions, where they are kept. */
async function place() {
  const [subject] = (await district()).subjects
  return { id: subject!.id, at: `/yonetim/konular/${subject!.id}` }
}

async function add(client: ApiClient, at: string, fields: Record<string, string> = {}) {
  ;(await send(client, `${at}/sorular`, { ...SCHOOL, ...fields })).assertStatus(303)
  return SubjectQuestion.query().orderBy('id', 'desc').firstOrFail()
}

async function labels() {
  const { id } = await place()
  const catalogue = await district()
  return catalogue.questionsOf(catalogue.subject(id)).map(({ label }) => label)
}

test.group('Konu soruları', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('are entered beside the subject, each among its changes', async ({ client, assert }) => {
    const { id, at } = await place()
    ;(await page(client, at)).assertTextIncludes(`href="${at}/sorular"`)
    ;(await page(client, `${at}/sorular`)).assertStatus(200)
    const choices = 'İlk\n Orta \n\nİlk'
    const question = await add(client, at, { field: 'choice', choices, choicesEn: 'First\nMiddle' })
    assert.deepEqual(await labels(), ['Hangi okul?'])
    assert.equal(question.choices, 'İlk\nOrta')
    const kept = await page(client, at)
    for (const word of ['Hangi okul?', 'Listeden seçme', 'internette']) {
      kept.assertTextIncludes(word)
    }
    const { rows } = await ChangesList.of('subject', id)
    const changed = rows[0]!.changed
    assert.deepInclude(changed, { field: 'question', was: null, is: 'Hangi okul?' })
    assert.deepInclude(changed, { field: 'choices', was: null, is: 'İlk, Orta' })
  })

  test('say all at once what is to be mended, and keep what was typed', async ({ client }) => {
    const { at } = await place()
    const typed = { label: '', field: 'choice', requiredAt: 'x', choices: 'Tek' }
    const sent = await send(client, `${at}/sorular`, { ...typed, choicesEn: 'One\nTwo' })
    sent.assertStatus(422)
    for (const key of ['label.required', 'choices.few', 'choicesEn.other', 'requiredAt.choice']) {
      sent.assertTextIncludes(says(`administration.problems.${key}`))
    }
    sent.assertTextIncludes('Tek')
  })

  test('are not asked twice, nor more than six', async ({ client, assert }) => {
    const { at } = await place()
    await add(client, at)
    const again = await send(client, `${at}/sorular`, SCHOOL)
    again.assertStatus(422)
    again.assertTextIncludes(says('administration.problems.label.taken'))
    for (const label of ['2', '3', '4', '5', '6']) await add(client, at, { label })
    const seventh = await send(client, `${at}/sorular`, { ...SCHOOL, label: '7' })
    seventh.assertStatus(422)
    seventh.assertTextIncludes(says('administration.problems.label.full', { most: 6 }))
    assert.lengthOf(await labels(), 6)
  })

  test('are amended once by whoever saw them as they are', async ({ client, assert }) => {
    const { at } = await place()
    const { id } = await add(client, at)
    const to = `/yonetim/sorular/${id}`
    ;(await page(client, to)).assertTextIncludes('name="version" value="1"')
    const typed = { ...SCHOOL, label: 'Okulun adı', version: '1' }
    ;(await send(client, to, typed)).assertStatus(303)
    assert.deepEqual(await labels(), ['Okulun adı'])
    const late = await send(client, to, { ...typed, label: 'Okulunuz' })
    late.assertStatus(409)
    late.assertTextIncludes('Okulunuz')
    late.assertTextIncludes('name="version" value="2"')
    assert.deepEqual(await labels(), ['Okulun adı'])
  })

  test('go one place up and down by their buttons', async ({ client, assert }) => {
    const { id, at } = await place()
    await add(client, at)
    const second = await add(client, at, { label: 'Sınıf' })
    const moved = await send(client, `/yonetim/sorular/${second.id}/sira`, { yon: 'up' })
    moved.assertStatus(303)
    moved.assertHeader('location', `${at}#s${second.id}`)
    assert.deepEqual(await labels(), ['Sınıf', 'Hangi okul?'])
    await send(client, `/yonetim/sorular/${second.id}/sira`, { yon: 'up' })
    assert.deepEqual(await labels(), ['Sınıf', 'Hangi okul?'])
    const { rows } = await ChangesList.of('subject', id)
    assert.deepEqual(rows[0]!.changed, [
      { field: 'questionPlace', was: '2. Sınıf', is: '1. Sınıf' },
    ])
  })

  test('are closed and asked again, behind the others', async ({ client, assert }) => {
    const { at } = await place()
    const { id } = await add(client, at)
    await add(client, at, { label: 'Sınıf' })
    const closed = await send(client, `/yonetim/sorular/${id}/kapat`, { version: '1' })
    closed.assertStatus(303)
    assert.deepEqual(await labels(), ['Sınıf'])
    const there = await page(client, at)
    there.assertTextIncludes(says('administration.questions.closed'))
    const stale = await send(client, `/yonetim/sorular/${id}/ac`, { version: '1' })
    stale.assertStatus(409)
    ;(await send(client, `/yonetim/sorular/${id}/ac`, { version: '2' })).assertStatus(303)
    assert.deepEqual(await labels(), ['Sınıf', 'Hangi okul?'])
  })

  test('of another authority are not found', async ({ client }) => {
    const { at } = await place()
    const question = await add(client, at)
    const refused = await opened(client, await officer('tarim'), `/yonetim/sorular/${question.id}`)
    refused.assertStatus(403)
    ;(await send(client, '/yonetim/sorular/999999', SCHOOL)).assertStatus(404)
    ;(await send(client, '/yonetim/sorular/abc/sira', { yon: 'up' })).assertStatus(404)
  })

  test('are there from the first for subjects that need them', async ({ assert }) => {
    const catalogue = await district()
    const of = (code: string) => catalogue.questionsOf(catalogue.subjectByCode(code))
    assert.deepEqual(
      of('tapu.kadastro').map(({ label }) => label),
      ['Ada ve parsel numarası', 'Ne zamandan beri?']
    )
    const [school, year] = of('egitim.kayit-nakil')
    assert.isTrue(school!.isRequiredAt('web') && school!.isRequiredAt('desk'))
    assert.deepEqual(year!.choicesIn('en')[0], { value: 'Okul öncesi', label: 'Before school' })
  })
})
