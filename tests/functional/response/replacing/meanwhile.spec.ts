import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { newOfficer, officer } from '#tests/support/journey'
import { answered } from '#tests/support/response/answered'

const PART = 'replaceAnswer'
const THEIRS = 'Yolunuz 15 Mart 2027 günü onarılacak.'
const OWN = 'Yolunuz 20 Nisan 2027 günü onarılacak.'
const WHY = 'Gün yanlış yazılmıştı.'
const words = (text: string) => ({
  [`${PART}-because`]: WHY,
  [`${PART}-outcome`]: 'granted',
  [`${PART}-text`]: text,
})

const pathOf = ({ number }: Petition) => `/dosya/${number}/cevap-duzeltme`
const open = (client: ApiClient, who: Officer, one: Petition) =>
  client.get(pathOf(one)).loginAs(who)
const hidden = (page: { text(): string }, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text())![1]!
/** The sentence as a page writes it, up to the colleague’s name. */
const said = (rule: string) => {
  const values = { officer: '|', at: '|' }
  return says(`response.problems.version.${rule}`, values).split('|')[0]!
}

function post(client: ApiClient, who: Officer, path: string, form: object) {
  return client.post(path).loginAs(who).withCsrfToken().redirects(0).form(form)
}

/** Two officers open the page, and the second one sends first. */
async function both(client: ApiClient) {
  const { petition } = await answered()
  const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
  const path = pathOf(petition)
  const first = await open(client, head, petition)
  const marks = { version: hidden(first, 'version'), seen: hidden(first, 'seen'), part: PART }
  const version = String(petition.version)
  ;(await post(client, tarim, path, { version, ...words(THEIRS) })).assertStatus(303)
  const decide = async (who: Officer, form: object) => {
    const now = await Petition.findOrFail(petition.id)
    const given = { version: String(now.version), ...form }
    ;(await post(client, who, `${path}/karar`, given)).assertStatus(303)
  }
  const late = () => post(client, head, path, { ...marks, ...words(OWN) })
  return { petition, tarim, head, marks, path, decide, late }
}

test.group('A correction while a colleague’s came', (group) => {
  wrapped(group)

  test('is kept beside the one that waits, and sent once that is sent back', async ({
    client,
    assert,
  }) => {
    const { petition, head, path, decide, late } = await both(client)
    const page = await late()
    page.assertStatus(422)
    page.assertTextIncludes(said('replacementWaiting'))
    for (const one of [OWN, WHY]) page.assertTextIncludes(`${one}</textarea>`)
    assert.notInclude(page.text(), 'value="submit"')
    const save = { version: hidden(page, 'version'), seen: hidden(page, 'seen'), part: PART }
    const saved = { ...save, ...words(OWN), intent: 'save' }
    const draft = `/dosya/${petition.number}/cevap/taslak`
    ;(await post(client, head, draft, saved)).assertStatus(303)
    const again = await open(client, head, petition)
    again.assertTextIncludes(`${OWN}</textarea>`)
    await decide(head, { intent: 'refuse', refusal: 'Günü nisan.' })
    const free = await open(client, head, petition)
    for (const one of [OWN, WHY]) free.assertTextIncludes(`${one}</textarea>`)
    const { version } = await Petition.findOrFail(petition.id)
    const sent = await post(client, head, path, { version: String(version), ...words(OWN) })
    sent.assertStatus(303)
  })

  test('keeps its reason also where its text was cleared', async ({ client }) => {
    const { head, path, marks } = await both(client)
    const page = await post(client, head, path, { ...marks, ...words('') })
    page.assertStatus(422)
    page.assertTextIncludes(said('replacementWaiting'))
    page.assertTextIncludes(`${WHY}</textarea>`)
  })

  test('says that the other one was given, or was not approved', async ({ client }) => {
    for (const [form, rule] of [
      [{ intent: 'grant' }, 'replacementGiven'],
      [{ intent: 'refuse', refusal: 'Günü nisan.' }, 'replacementRefused'],
    ] as const) {
      const { head, decide, late } = await both(client)
      await decide(head, form)
      const page = await late()
      page.assertStatus(422)
      page.assertTextIncludes(said(rule))
      page.assertTextIncludes(`${OWN}</textarea>`)
      page.assertTextIncludes('value="submit"')
    }
  })

  test('is told to whoever comes back to what was kept before', async ({ client, assert }) => {
    const { petition, head, marks } = await both(client)
    const draft = `/dosya/${petition.number}/cevap/taslak`
    const kept = { ...marks, ...words(OWN), sitting: 'sayfa-bir-0000000001', turn: '1' }
    ;(await post(client, head, draft, kept)).assertStatus(200)
    const page = await open(client, head, petition)
    page.assertTextIncludes(said('replacementWaiting'))
    page.assertTextIncludes(`${OWN}</textarea>`)
    // Who wrote nothing is told of nobody.
    await db.from('draft_sittings').delete()
    assert.notInclude((await open(client, head, petition)).text(), said('replacementWaiting'))
  })

  test('loses no reason that a second head typed', async ({ client }) => {
    const { petition, head, decide } = await both(client)
    const { version } = await Petition.findOrFail(petition.id)
    await decide(head, { intent: 'refuse', refusal: 'Günü nisan.' })
    const form = { version: String(version), intent: 'refuse', refusal: 'İhale yapılmadı.' }
    const second = await newOfficer('ikinci.amir', 'TAR', ['unitHead'])
    const page = await post(client, second, `${pathOf(petition)}/karar`, form)
    page.assertStatus(422)
    page.assertTextIncludes('İhale yapılmadı.')
  })
})

test.group('A correction that was sent back', (group) => {
  wrapped(group)

  test('begins with the words and the reason that it had, one that was given with none', async ({
    client,
    assert,
  }) => {
    const { petition, tarim, head, decide } = await both(client)
    await decide(head, { intent: 'refuse', refusal: 'Günü nisan.' })
    const page = await open(client, tarim, petition)
    for (const one of [THEIRS, WHY]) page.assertTextIncludes(`${one}</textarea>`)
    const other = await both(client)
    await other.decide(other.head, { intent: 'grant' })
    const next = await open(client, other.tarim, other.petition)
    next.assertTextIncludes(`${THEIRS}</textarea>`)
    assert.notInclude(next.text(), `${WHY}</textarea>`)
  })
})
