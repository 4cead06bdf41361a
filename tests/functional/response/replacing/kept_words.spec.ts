import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer } from '#tests/support/journey'
import { answered } from '#tests/support/response/answered'
import { ReplacementCheck } from '../../../../app/response/models/replacement_check.ts'

const VAGUE = 'Yolunuz en kısa sürede onarılacaktır.'
const WHY = 'Gün yanlış yazılmıştı.'
const REASON = 'İhale günü henüz belli değil.'
const PART = 'replaceAnswer'
const WORDS = {
  [`${PART}-because`]: WHY,
  [`${PART}-outcome`]: 'granted',
  [`${PART}-text`]: VAGUE,
}
const SITTING = 'sayfa-bir-0000000001'

const at = ({ number }: Petition, to = '') => `/dosya/${number}/cevap-duzeltme${to}`
const open = (client: ApiClient, who: Officer, one: Petition) => client.get(at(one)).loginAs(who)
const found = (page: { text(): string }) => /name="found" value="([^"]+)"/.exec(page.text())![1]!
const sittings = () => db.from('draft_sittings').orderBy('id')
const resumes = (page: { text(): string }) =>
  /name="resumes" value="([^"]*)"/.exec(page.text())![1]!

async function post(client: ApiClient, who: Officer, { id }: Petition, to: string, form: object) {
  const { number, version } = await Petition.findOrFail(id)
  const path = `/dosya/${number}/${to}`
  const sent = { version: String(version), part: PART, ...form }
  return client.post(path).loginAs(who).withCsrfToken().redirects(0).form(sent)
}

/** As the page's script sends it while somebody writes. */
function whileWriting(client: ApiClient, who: Officer, petition: Petition, text: string, turn = 1) {
  const form = { ...WORDS, [`${PART}-text`]: text, sitting: SITTING, turn: String(turn) }
  return post(client, who, petition, 'cevap/taslak', form)
}

test.group('A corrected answer passes what a first one passes', (group) => {
  wrapped(group)

  test('comes back whole, goes on with a reason, and the head reads both', async ({
    client,
    assert,
  }) => {
    const { petition } = await answered()
    const tarim = await officer('tarim')
    const first = await post(client, tarim, petition, 'cevap-duzeltme', WORDS)
    first.assertStatus(422)
    first.assertTextIncludes(says('response.problems.why_promises.found'))
    for (const words of [`${VAGUE}</textarea>`, `${WHY}</textarea>`]) {
      first.assertTextIncludes(words)
    }
    assert.isEmpty(await db.from('answer_replacements'))

    const reasoned = { ...WORDS, found: found(first), [`${PART}-why_promises`]: REASON }
    const passed = await post(client, tarim, petition, 'cevap-duzeltme', reasoned)
    passed.assertStatus(303)
    const [row] = await ReplacementCheck.all()
    assert.include(row!.$attributes, { sort: 'promises', reason: REASON, officerId: tarim.id })
    const head = await open(client, await officer('tarim.amir'), petition)
    head.assertTextIncludes(says('response.checks.noted'))
    head.assertTextIncludes(REASON)
  })

  test('is not held against the answer that it takes the place of', async ({ client }) => {
    const text = `İsteğinizi inceledik. Mahallenizdeki yollar bu yılın programında yok. Yollar her yıl ocak
      ayında yapılan toplantıda seçiliyor. İsteğinizi o toplantının listesine yazdık.`
    const { petition } = await answered({}, { ...GRANTED, text })
    const again = { ...WORDS, [`${PART}-text`]: `${text} Liste ektedir.` }
    const passed = await post(client, await officer('tarim'), petition, 'cevap-duzeltme', again)
    passed.assertStatus(303)
  })

  test('goes on from the words that the head sent back', async ({ client }) => {
    const { petition } = await answered()
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    const text = 'Yolunuz 15 Mart 2027 günü onarılacak.'
    const words = { ...WORDS, [`${PART}-text`]: text }
    await post(client, tarim, petition, 'cevap-duzeltme', words)
    const refused = { intent: 'refuse', refusal: 'Günü nisan.' }
    await post(client, head, petition, 'cevap-duzeltme/karar', refused)
    const page = await open(client, tarim, petition)
    page.assertTextIncludes(`${text}</textarea>`)
  })

  test('goes on from them also where an older text stands on another page', async ({
    client,
    assert,
  }) => {
    const { petition } = await answered()
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    await whileWriting(client, tarim, petition, 'Öbür sayfada kalan metin.')
    await db.from('draft_sittings').update({ kept_at: '2020-01-01 09:00:00' })
    const text = 'Yolunuz 15 Mart 2027 günü onarılacak.'
    const words = { ...WORDS, [`${PART}-text`]: text }
    const put = await post(client, tarim, petition, 'cevap-duzeltme', words)
    put.assertStatus(303)
    const refused = { intent: 'refuse', refusal: 'Günü nisan.' }
    await post(client, head, petition, 'cevap-duzeltme/karar', refused)
    const page = await open(client, tarim, petition)
    page.assertTextIncludes(`${text}</textarea>`)
    assert.notInclude(page.text(), 'Öbür sayfada kalan metin.')
  })
})

test.group('A corrected answer is kept while it is written', (group) => {
  wrapped(group)

  test('stands there again, and is no news once it is submitted', async ({ client, assert }) => {
    const { petition } = await answered()
    const tarim = await officer('tarim')
    const kept = await whileWriting(client, tarim, petition, VAGUE)
    kept.assertStatus(200)
    kept.assertTextIncludes('data-kept="kept"')
    kept.assertTextIncludes('Amire göndermediniz')
    const page = await open(client, tarim, petition)
    page.assertTextIncludes(`${VAGUE}</textarea>`)
    page.assertTextIncludes(`${WHY}</textarea>`)
    page.assertTextIncludes('yazıp amire göndermediğiniz metin')
    assert.equal(resumes(page), `${SITTING}.1`)
    // Late words of the same page change nothing.
    const late = await whileWriting(client, tarim, petition, 'Eski.', 1)
    late.assertStatus(409)
    const given = { ...WORDS, [`${PART}-text`]: GRANTED.text, resumes: resumes(page) }
    const put = await post(client, tarim, petition, 'cevap-duzeltme', given)
    put.assertStatus(303)
    const [row] = await sittings()
    assert.isNotNull(row.closed_at)
  })

  test('by its button alone where there is no script, as often as somebody presses it', async ({
    client,
    assert,
  }) => {
    const { petition } = await answered()
    const tarim = await officer('tarim')
    const save = (form: object) =>
      post(client, tarim, petition, 'cevap/taslak', { ...WORDS, intent: 'save', ...form })
    const first = await save({})
    first.assertStatus(303)
    assert.equal(first.header('location'), at(petition))
    ;(await save({})).assertStatus(303)
    assert.lengthOf(await sittings(), 1, 'pressed twice')
    const page = await open(client, tarim, petition)
    page.assertTextIncludes(`${VAGUE}</textarea>`)
    await save({ [`${PART}-text`]: 'İkinci metin.', resumes: resumes(page) })
    assert.lengthOf(await sittings(), 1, 'it goes on from the first')
    const again = await open(client, tarim, petition)
    again.assertTextIncludes('İkinci metin.</textarea>')
    // An older copy of the page writes over nothing.
    await save({ [`${PART}-text`]: 'Öbür sekme.', resumes: resumes(page) })
    assert.lengthOf(await sittings(), 2)
    assert.isEmpty(await db.from('answer_replacements'))
  })

  test('two officers write beside each other, and compare', async ({ client, assert }) => {
    const { petition } = await answered()
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    await whileWriting(client, tarim, petition, VAGUE)
    await whileWriting(client, head, petition, 'Amirin sözleri.')
    assert.lengthOf(await sittings(), 2)
    const own = await open(client, head, petition)
    own.assertTextIncludes('Amirin sözleri.</textarea>')
    const texts = await client.get(`/dosya/${petition.number}/cevap/metinler`).loginAs(head)
    texts.assertTextIncludes(says('response.texts.sort.unsaved'))

    const words = { ...WORDS, [`${PART}-text`]: 'Yolunuz 15 Mart 2027 günü onarılacak.' }
    await post(client, tarim, petition, 'cevap-duzeltme', words)
    const told = await whileWriting(client, head, petition, 'Amirin yeni sözleri.', 2)
    told.assertTextIncludes('data-kept="changed"')
    const page = await open(client, head, petition)
    page.assertTextIncludes('Amirin yeni sözleri.')
    const compared = await client.get(`/dosya/${petition.number}/cevap/metinler`).loginAs(head)
    compared.assertTextIncludes(says('response.texts.sort.replacement'))
  })

  test('is nobody’s of another unit', async ({ client, assert }) => {
    const { petition } = await answered()
    const tapu = await whileWriting(client, await officer('tapu'), petition, VAGUE)
    tapu.assertStatus(404)
    // Words are words; the unit in charge does not read them.
    const masa = await whileWriting(client, await officer('masa'), petition, VAGUE)
    masa.assertTextIncludes('data-kept="over"')
    const [row] = await sittings()
    assert.notEqual(row.unit_id, petition.unitId)
  })
})
