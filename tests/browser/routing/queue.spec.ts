import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { Onlooker, Step } from '#intake'
import { Referral } from '#routing'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, received, unit } from '#tests/support/journey'
import { assertFits, assertValid, inspect, inspectShown } from '#tests/support/pages'
import { routeByKeys } from '#tests/support/routed_by_keys'
import { signedIn } from '#tests/support/signed_in'

const EXAMPLES = new URL('../../../resources/routing/examples.tsv', import.meta.url)
const FIFTEEN = 15
const MOST = { keys: 4, loads: 1, bytes: 20_000 }

/** So many texts, as far apart as can be, each with the unit that it belongs to. */
async function examples(count: number) {
  const { units } = await district()
  const lines = readFileSync(EXAMPLES, 'utf8').trim().split('\n').slice(1)
  const all = lines.flatMap((line) => {
    const [text, code] = line.split('\t')
    const to = units.find((one) => one.code === code && one.kind === 'internal')
    return to ? [{ text: text!, unit: to }] : []
  })
  const apart = Math.floor(all.length / count)
  return Array.from({ length: count }, (_, at) => all[at * apart]!)
}

test.group('The queue by keyboard', (group) => {
  emptied(group)

  test('routes fifteen petitions with four keys each and no page between them', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const wanted = new Map<string, string>()
    const units = new Map<string, number>()
    for (const { text, unit: to } of await examples(FIFTEEN)) {
      const { number, id } = await received({ text })
      wanted.set(number, to.name)
      units.set(String(id), to.id)
    }
    await signedIn(browserContext, await officer('masa'))
    const page = await visit('/masa')
    const routed = await routeByKeys(page, wanted)
    const keys = routed.map((one) => one.keys)
    console.log(
      `  keys: ${keys.join(' ')}; page loads: ${routed.map((one) => one.loads).join(' ')}`
    )
    assert.isAtMost(keys.reduce((sum, one) => sum + one, 0) / FIFTEEN, MOST.keys)
    assert.isAtMost(Math.max(...routed.map((one) => one.loads)), MOST.loads)
    const referrals = await Referral.all()
    assert.lengthOf(referrals, FIFTEEN)
    for (const { petitionId, unitId } of referrals) {
      assert.equal(unitId, units.get(String(petitionId)))
    }
    assert.include(await page.textContent('#told'), 'başka başvuru yok')
  }).timeout(120_000)

  test('leaves keys alone in a field, chooses several and names what is left', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const about = await received({ kind: 'complaint', complainedUnit: await unit('TAR') })
    const good = await received()
    await received()
    await signedIn(browserContext, await officer('masa'))
    const page = await visit('/masa')
    const { keyboard } = page
    await keyboard.press('ArrowDown')
    await page.waitForSelector(`#p${about.number}:focus`)
    await keyboard.press('x')
    await keyboard.press('ArrowDown')
    await page.waitForSelector(`#p${good.number}:focus`)
    await keyboard.press('Space')
    await keyboard.press('t')
    await page.waitForSelector('#lot-unit-words:focus')
    await keyboard.type('tarim')
    await keyboard.press('Tab')
    await page.waitForSelector('#lot-note:focus')
    await keyboard.type('yxj1 not')
    assert.equal(await page.inputValue('#lot-note'), 'yxj1 not')
    await keyboard.press('Control+Enter')
    await page.waitForSelector('#lot-result')
    assert.equal(await page.inputValue('#lot-note'), 'yxj1 not', 'the note is still there')
    assert.isTrue(await page.isChecked(`[name=p${about.number}]`))
    assert.lengthOf(await Step.query().where('kind', 'referred'), 1)
    await inspectShown(page, assert)
  })

  test('says what another officer decided meanwhile, and keeps the note', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const petition = await received({ text: 'Merhaba' })
    await signedIn(browserContext, await officer('masa'))
    const page = await visit('/masa?filtre=all')
    await page.clock.install()
    await page.reload()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-preview]')
    const sef = await officer('sef')
    await Referral.make(petition, await unit('ORM'), sef, 'Orman yolu.')
    await page.keyboard.press('n')
    await page.keyboard.type('Tarla yolu.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('b')
    await page.keyboard.type('tarim')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#lot-result:focus')
    const said = await page.textContent('#lot-result')
    for (const words of [sef.name, 'Orman yolu.', 'Tarla yolu.']) assert.include(said, words)
    assert.equal(await page.inputValue('#note'), 'Tarla yolu.')
    assert.lengthOf(await Referral.all(), 1)
    // The list is not drawn anew over it until somebody wants that.
    const asked: string[] = []
    page.on('request', (request) => void asked.push(request.url()))
    await page.clock.runFor(31_000)
    await page.click('#lot-result a:last-of-type >> text=Listeyi yenileyin')
    await page.waitForSelector('#lot-result', { state: 'detached' })
    assert.lengthOf(
      asked.filter((url) => url.includes('/masa')),
      1,
      'the link alone'
    )
  })

  test('shows the list of its keys, and closes what it opened', async ({
    browserContext,
    visit,
  }) => {
    const { number } = await received()
    await signedIn(browserContext, await officer('masa'))
    const page = await visit('/masa')
    await page.keyboard.press('?')
    await page.waitForSelector('#keys[open]')
    await page.keyboard.press('Shift+F2')
    await page.waitForSelector('#keys:not([open])')
    await page.click(`#p${number} ~ .rows__look`)
    await page.waitForSelector('[data-preview]')
    await page.keyboard.press('Escape')
    await page.waitForSelector('[data-preview]', { state: 'detached' })
  })

  test('says who else has a petition open, and no more once they left', async ({
    assert,
    browserContext,
    browser,
    visit,
  }) => {
    const { number } = await received()
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    await signedIn(browserContext, sef)
    const card = await visit(`/dosya/${number}`)
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const other = await browser.newContext({ baseURL })
    await signedIn(other, masa)
    const page = await other.newPage()
    await page.goto('/masa')
    await page.waitForSelector(`.rows__mark:has-text("${sef.name}")`)
    await card.goto('/hesap')
    // A page that is left says so in its own time.
    while (await Onlooker.query().whereNotNull('petition_id').first()) await card.title()
    await page.reload()
    await page.waitForSelector(`#p${number}`)
    assert.equal(await page.locator(`.rows__mark:has-text("${sef.name}")`).count(), 0)
    await other.close()
  })
})

test.group('The queue with a preview', (group) => {
  emptied(group)

  test('is valid, accessible, fits a telephone and paper, and is light', async ({
    assert,
    browserContext,
  }) => {
    const all = []
    for (const { text } of await examples(30)) all.push(await received({ text }))
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    const sizes: number[] = []
    page.on('response', (one) => {
      const isPage = one.request().resourceType() === 'document'
      if (isPage) void one.body().then((body) => sizes.push(gzipSync(body).length))
    })
    await inspect(page, `/masa/onizleme/${all[0]!.number}`, assert)
    await inspect(page, '/masa/suzgecler', assert)
    console.log(`  bytes, packed: ${sizes.join(' ')}`)
    assert.isAtMost(Math.max(...sizes), MOST.bytes)
  })
})

test.group('The queue without scripts', (group) => {
  emptied(group)

  test('shows a text beside the list and refers what is ticked', async ({ assert, browser }) => {
    const [one, other] = [await received({ text: 'Bir' }), await received({ text: 'İki' })]
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
    await signedIn(context, await officer('masa'))
    const page = await context.newPage()
    await page.goto('/masa?sira=konu')
    await page.click(`#p${one.number} ~ .rows__look`)
    await page.waitForSelector(`[data-preview="${one.number}"]`)
    await assertFits(assert, page, 360)
    await page.fill('#note', 'Birime söz')
    const [answer] = await Promise.all([
      page.waitForResponse((sent) => sent.request().method() === 'POST'),
      page.click('#refer button'),
    ])
    await page.waitForSelector('.problems')
    assert.equal(await page.inputValue('#note'), 'Birime söz')
    await assertValid(assert, await answer.text())
    await page.selectOption('#unit', 'TAR')
    await page.click('#refer button')
    await page.waitForSelector('[role=status]:has-text("yönlendirildi")')
    await page.check(`[name=p${other.number}]`)
    await page.selectOption('#lot-unit', 'ORM')
    await page.click('#lot button')
    await page.waitForSelector('[role=status]:has-text("yönlendirildi")')
    assert.match(page.url(), /sira=konu$/)
    const referrals = await Referral.query().orderBy('id')
    assert.deepEqual(
      referrals.map(({ petitionId, note }) => [petitionId, note]),
      [
        [one.id, 'Birime söz'],
        [other.id, null],
      ]
    )
    await context.close()
  })
})
