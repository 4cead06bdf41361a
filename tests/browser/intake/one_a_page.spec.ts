import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Petition } from '#intake'
import { emptied } from '#tests/support/database'
import { inspectShown } from '#tests/support/pages'
import { Chromium } from '#tests/support/programs/chromium'

const AT = `http://${process.env.HOST}:${process.env.PORT}/basvuru/soru-soru`
const TEXT = 'Kızımı başka okula almak istiyorum.'

/** Into the next page by the keyboard alone: the field, then the first button behind it. */
async function answer(page: Page, name: string, text: string) {
  await page.focus(`[name=${name}]`)
  if (text) await page.keyboard.insertText(text)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

async function on(page: Page) {
  await Promise.all([page.waitForNavigation(), page.click('button.button--large[value=next]')])
}

test.group('One question a page, in a browser', (group) => {
  emptied(group)

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts'
    test(`is walked by keyboard ${how}, read over, and sent`, async ({ assert, cleanup }) => {
      const browser = await Chromium.launch({})
      cleanup(() => browser.close())
      const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await page.goto(AT)
      if (javaScriptEnabled) await inspectShown(page, assert)
      await page.fill('[name=text]', TEXT)
      await on(page)
      await on(page)
      await page.selectOption('[name=subject]', 'egitim.kayit-nakil')
      await on(page)
      await page.fill('.field input', 'Cumhuriyet')
      await on(page)
      await on(page)
      await answer(page, 'place', 'Zeytinli')
      await on(page)
      await answer(page, 'name', 'Ayşe Deneme')
      await page.check('[name=noNationalId]')
      await on(page)
      await answer(page, 'phone', '0500 012 34 5')
      await page.waitForSelector('.problems:focus')
      await page.fill('[name=phone]', '0500 012 34 56')
      await on(page)
      await answer(page, 'email', '')
      await page.waitForSelector('form[action^="/basvuru?"]')
      if (javaScriptEnabled) await inspectShown(page, assert)
      await Promise.all([page.waitForNavigation(), page.press('#place', 'Enter')])
      await page.fill('[name=place]', 'Akçay, Sahil Sokak')
      await on(page)
      assert.include((await page.textContent('main'))!, 'Akçay, Sahil Sokak')
      await page.goBack()
      await page.goForward()
      await Promise.all([
        page.waitForNavigation(),
        page.press('form > .buttons > .button--large', 'Enter'),
      ])
      await page.waitForSelector('[data-number]')
      const petition = await Petition.query().firstOrFail()
      assert.equal(petition.text, TEXT)
      assert.equal(petition.place, 'Akçay Mahallesi, Sahil Sokak')
      assert.lengthOf(petition.particularsIn('tr'), 1)
    }).timeout(120_000)
  }
})
