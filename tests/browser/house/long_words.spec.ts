import type { ApiClient } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Petition } from '#intake'
import { NationalId } from '#shared/typed/national_id'
import { Answer, Contact } from '#response'
import { Referral } from '#routing'
import { PhoneNumber } from '#shared/typed/phone_number'
import { send } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { walked } from '#tests/support/walks/every_form'
import { officer, REFUSED, unit } from '#tests/support/journey'
import { assertFits } from '#tests/support/pages'
import { details } from '#tests/support/petitions'
import { signedIn } from '#tests/support/signed_in'

/** A telephone enlarged, a telephone, an enlarged screen, an ordinary one. */
const WIDTHS = [320, 360, 860, 1280]
/** A4 between its margins. */
const SHEET = 642
const HEAD = 'tarim.amir'
const WORD = 'ğ'.repeat(85)
const LONG = `${'ş'.repeat(400)} ${WORD}`

/** Brought by somebody all of whose words are as long as they may be. */
async function brought() {
  const about = {
    name: 'Ş'.repeat(120),
    place: 'ğ'.repeat(200),
    text: LONG,
    address: 'ı'.repeat(500),
    email: `${'a'.repeat(60)}@${`${'b'.repeat(60)}.`.repeat(2)}example`,
    phone: PhoneNumber.parse('0500 012 34 56'),
    nationalId: NationalId.parse('12345678950'),
  }
  return Petition.receive(details(about))
}

/** Some of each stage, with long words wherever an officer can write. */
async function longWords(client: ApiClient) {
  const [sef, tarim, head] = [await officer('sef'), await officer('tarim'), await officer(HEAD)]
  const tar = await unit('TAR')
  await brought()
  const [back, answered] = [await brought(), await brought()]
  const given = await Referral.make(back.petition, tar, sef, LONG)
  await given.giveBack(tarim, LONG)
  const { petition } = answered
  await Referral.make(petition, tar, sef, LONG)
  await Contact.make(petition, tarim, { way: 'call', result: 'reached', note: LONG })
  const answer = await Answer.draftFor(petition)
  const draft = { ...REFUSED, text: LONG, reason: LONG, remedy: LONG }
  await answer.submit(draft, tarim)
  await answer.sendBack(head, LONG)
  await answer.submit(draft, tarim)
  const { petition: other } = await brought()
  await Referral.make(other, tar, sef)
  const refused = await Answer.draftFor(other)
  await refused.submit(draft, tarim)
  await send(client, head, await other.refresh(), 'onay')
  return answered
}

async function assertFitsAll(assert: Assert, page: Page) {
  for (const width of WIDTHS) await assertFits(assert, page, width)
}

test.group('Words of 85 letters and more', (group) => {
  emptied(group)

  test('never set the width of a page', async ({ assert, client, browserContext }) => {
    await longWords(client)
    const { pages } = await walked(client)
    // A file to be kept opens on no page.
    const opened = pages.filter((one) => !/\/(dogrula\/sayfa|pdf)$/.test(one.path))
    const people = [...new Set(opened.map(({ who }) => who))]
    const page = await browserContext.newPage()
    for (const who of people) {
      if (who) await signedIn(browserContext, who)
      for (const { path } of opened.filter((one) => one.who === who)) {
        await page.goto(path)
        await page.evaluate(
          `document.querySelectorAll('details').forEach((one) => (one.open = true))`
        )
        await assertFitsAll(assert, page)
      }
    }
  }).timeout(300_000)

  test('never set the width of what a citizen reads', async ({ assert, visit, client }) => {
    const { petition, secret } = await longWords(client)
    await send(client, await officer(HEAD), await petition.refresh(), 'onay')
    const page = await visit('/sorgula')
    await page.fill('[name=number]', petition.number)
    await page.fill('[name=secret]', secret.text)
    await page.click('form[action="/sorgula"] button')
    assert.include(await page.innerText('main'), WORD)
    await assertFitsAll(assert, page)
  })

  test('never set the width of a form that comes back', async ({ assert, visit }) => {
    const page = await visit('/basvuru')
    for (const field of ['text', 'place', 'name', 'address', 'email', 'phone']) {
      await page.fill(`[name=${field}]`, `${'ş'.repeat(400)}|${WORD}`)
    }
    await page.click('form[action="/basvuru"] .button--large[type=submit]')
    await page.waitForSelector('.problems')
    await assertFitsAll(assert, page)
  })
})

test.group('The name of a village or of a person', (group) => {
  emptied(group)

  test('stays whole in a list', async ({ assert, browserContext }) => {
    await Petition.receive(details({ place: 'Tuzcumurat Mahallesi', name: 'Hatice Değirmenci' }))
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    await page.goto('/masa')
    for (const width of [860, 1024, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      assert.deepEqual(await page.evaluate<string[]>(BROKEN), [], `${width} px`)
    }
    await page.setViewportSize({ width: SHEET, height: 900 })
    await page.emulateMedia({ media: 'print' })
    assert.deepEqual(await page.evaluate<string[]>(BROKEN), [], 'on paper')
  })
})

/** Words of a list that stand on more than one line. */
const BROKEN = `(() => {
  const range = document.createRange()
  return [...document.querySelectorAll('.rows__typed')].flatMap(({ firstChild: text }) =>
    [...text.data.matchAll(/[^ ]+/g)].filter(({ 0: word, index }) => {
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      return range.getClientRects().length > 1
    }).map(([word]) => word)
  )
})()`

test.group('A mark that turns the direction of letters', (group) => {
  emptied(group)

  test('turns nothing but its own words, also in a row of before', async ({
    assert,
    browserContext,
  }) => {
    const turned = { place: 'abc\u202e', text: 'deneme \u202emetni', name: 'Ayşe\u202e' }
    const { petition } = await Petition.receive(details(turned))
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    for (const path of ['/masa', '/kayit', `/dosya/${petition.number}`]) {
      await page.goto(path)
      const loose = await page.evaluate<string[]>(LOOSE)
      assert.deepEqual(loose, [], path)
    }
  })
})

/** Texts with the mark that share a line with words of ours, without anything to hold them in. */
const LOOSE = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const loose = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.includes('\\u202e')) continue
    const { unicodeBidi, display } = getComputedStyle(node.parentElement)
    const alone = node.parentElement.childNodes.length === 1 && display !== 'inline'
    if (!alone && !/isolate|plaintext/.test(unicodeBidi)) loose.push(node.data.slice(0, 40))
  }
  return loose
})()`
