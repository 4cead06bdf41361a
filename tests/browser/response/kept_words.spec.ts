import type { Browser } from 'playwright'
import { test } from '@japa/runner'
import { DEMO_PASSWORD } from '#config/demonstration'
import { Answer, Contact } from '#response'
import { emptied } from '#tests/support/database'
import { received, referredTo, submitted } from '#tests/support/journey'
import { assertAccessible, assertFits, assertValid } from '#tests/support/pages'

const HALF = 'Yolunuz için keşif yapıldı, sonucu'

/** The page of somebody who has signed in through the door, with or without scripts. */
async function at(browser: Browser, login: string, path: string, javaScriptEnabled: boolean) {
  const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
  const context = await browser.newContext({ javaScriptEnabled, baseURL, locale: 'tr-TR' })
  const page = await context.newPage()
  await page.goto(`/giris?next=${path}`)
  await page.fill('[name=login]', login)
  await page.fill('[name=password]', DEMO_PASSWORD)
  await page.press('[name=password]', 'Enter')
  await page.waitForURL(`**${path}`)
  return page
}

for (const scripts of [true, false]) {
  test.group(`A half-written card, ${scripts ? 'with' : 'without'} scripts`, (group) => {
    emptied(group)

    test('keeps the answer when a call is noted beside it', async ({ browser, assert }) => {
      const { number } = await referredTo('TAR')
      const page = await at(browser, 'tarim', `/dosya/${number}`, scripts)
      await page.fill('[name=draft-text]', HALF)
      await page.check('[name=draft-outcome][value=refused]')
      await page.fill('[name=draft-remedy]', '')
      await page.click('summary:has-text("Görüşme")')
      await page.fill('[name=contact-note]', 'Yolu tarif etti.')
      await page.click('[formaction$="/gorusme"]')
      await page.waitForSelector('.note--good[role=status]')

      const assertKept = async () => {
        assert.equal(await page.inputValue('[name=draft-text]'), HALF)
        assert.isTrue(await page.isChecked('[name=draft-outcome][value=refused]'))
        assert.equal(await page.inputValue('[name=draft-remedy]'), '')
        assert.equal(await page.inputValue('[name=contact-note]'), '')
      }
      await assertKept()
      await assertFits(assert, page, 360)
      if (scripts) await assertAccessible(assert, page)
      const again = await page.reload()
      await assertValid(assert, await again!.text())
      await assertKept()
      assert.lengthOf(await Contact.all(), 1)
      assert.lengthOf(await Answer.all(), 0)

      await page.click('[formaction$="/cevap"][value=save]')
      await page.waitForSelector('.note--good[role=status]')
      assert.equal((await Answer.firstOrFail()).text, HALF)
      assert.lengthOf(await Contact.all(), 1)
    })

    test('shows at the inbox what was written when the petition was given back', async ({
      browser,
      assert,
    }) => {
      const { number } = await referredTo('TAR')
      const page = await at(browser, 'tarim', `/dosya/${number}`, scripts)
      await page.fill('[name=draft-text]', HALF)
      await page.click('summary:has-text("iade")')
      await page.fill('[name=return-reason]', 'Orman yolu.')
      await page.click('[formaction$="/iade"]')
      await page.waitForURL('**/birim')
      assert.include(await page.textContent('main'), HALF)
      assert.notInclude(await page.textContent('main'), 'Orman yolu.')
    })

    test('shows on the card what was written beside a referral', async ({ browser, assert }) => {
      const { number } = await received({ text: 'Merhaba' })
      const page = await at(browser, 'masa', `/dosya/${number}`, scripts)
      await page.click('summary:has-text("Başka kuruma")')
      await page.fill('[name=forward-text]', HALF)
      await page.selectOption('[name=refer-unit]', 'TAR')
      await page.click('[formaction$="/yonlendirme"]:not([name=unit])')
      await page.waitForSelector('.note--good[role=status]')
      assert.include(await page.textContent('[aria-labelledby=unsent]'), HALF)
    })

    test('begins with the petition, at any width', async ({ browser, assert }) => {
      const { number } = await referredTo('TAR')
      const page = await at(browser, 'tarim', `/dosya/${number}`, scripts)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        const top = async (part: string) => (await page.locator(part).boundingBox())!.y
        const parts = [await top('.card__head'), await top('.card__main'), await top('.card__rest')]
        assert.deepEqual(
          parts,
          parts.toSorted((one, other) => one - other)
        )
      }
    })

    test('is not sent by Enter in a field: a button is pressed', async ({ browser, assert }) => {
      const petition = await received({ text: 'Merhaba' })
      const page = await at(browser, 'masa', `/dosya/${petition.number}`, scripts)
      let sent = 0
      page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0))
      await page.click('summary:has-text("Başka kuruma")')
      await page.fill('[name=forward-document_number]', 'E-1')
      await page.press('[name=forward-document_number]', 'Enter')
      await page.selectOption('[name=forward-unit]', 'BEL')
      await page.click('[formaction$="/gonderme"]')
      await page.waitForSelector('.note--good[role=status]')
      assert.equal(sent, 1)
      await petition.refresh()
      assert.equal(petition.outcome, 'forwarded')
    })

    test('of the head is mended and approved in one go', async ({ browser, assert }) => {
      const petition = await submitted()
      const page = await at(browser, 'tarim.amir', `/dosya/${petition.number}`, scripts)
      await page.click('summary:has-text("Metni kendiniz")')
      await page.fill('[name=correct-text]', 'Yolunuz cuma günü onarılacak.')
      await page.click('[formaction$="/onay"]')
      await page.waitForSelector('.note--good[role=status]')
      await petition.refresh()
      assert.equal(petition.stage, 'concluded')
      assert.include(await page.textContent('.letter__body'), 'Yolunuz cuma günü onarılacak.')
      assert.include(await page.textContent('.history'), 'Cevap düzeltildi')
      assert.include(await page.textContent('[aria-labelledby=versions]'), 'onarılacaktır')
    })
  })
}
