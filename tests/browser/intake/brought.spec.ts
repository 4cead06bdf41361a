import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import { DEMO_PASSWORD } from '#config/demonstration'
import { Petition } from '#intake'
import { daysAgo, SPEAKER } from '#tests/support/brought'
import { emptied } from '#tests/support/database'
import { assertFits, inspectShown } from '#tests/support/pages'
import { Chromium } from '#tests/support/programs/chromium'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`
const SAVE = 'button:has-text("Okumadan kaydet")'
const ARABIC = 'الماء مقطوع منذ ثلاثة أيام'

async function desk(browser: Browser, javaScriptEnabled: boolean) {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  await page.goto(`${HOME}/giris`)
  await page.fill('[name=login]', 'sef')
  await page.fill('[name=password]', DEMO_PASSWORD)
  await page.press('[name=password]', 'Enter')
  await page.waitForURL((url) => url.pathname !== '/giris')
  await page.goto(`${HOME}/masa/yeni`)
  return page
}

/** By the keyboard: a group is opened by Enter on its line. */
async function filled(page: Page) {
  await page.fill('[name=text]', 'Suyumuz akmıyor.')
  await page.fill('[name=name]', 'Ayşe Deneme')
  await page.press('.seldom > summary', 'Enter')
  await page.check('[name=channel][value=letter]')
  for (const group of ['paper', 'speaker', 'words']) {
    await page.press(`#${group} > summary`, 'Enter')
  }
  await page.fill('[name=arrivedOn]', daysAgo(3))
  await page.fill('[name=writtenOn]', daysAgo(2))
  await page.fill('[name=paperNumber]', 'E-2026/1234')
  const { relation, proof, ...words } = SPEAKER
  await page.selectOption('[name=relation]', relation)
  await page.selectOption('[name=proof]', proof)
  for (const [name, word] of Object.entries(words)) await page.fill(`[name=${name}]`, word)
  await page.check('[name=told][value=representative]')
  await page.fill('[name=signatures]', '48')
  await page.selectOption('[name=spoken]', 'ar')
  await page.fill('[name=ownWords]', ARABIC)
  await page.check('[name=readBack]')
}

test.group('A letter at the desk, in a browser', (group) => {
  emptied(group)

  for (const withScripts of [true, false]) {
    test(`is written down and mended, ${withScripts ? 'with' : 'without'} scripts`, async ({
      assert,
      cleanup,
    }) => {
      const browser = await Chromium.launch({})
      cleanup(() => browser.close())
      const page = await desk(browser, withScripts)
      assert.isFalse(await page.isVisible('[name=ownWords]'))
      await filled(page)
      await page.click(SAVE)
      await page.waitForSelector('#writtenOn-problem')
      assert.equal(await page.inputValue('[name=ownWords]'), ARABIC)
      assert.isTrue(await page.isChecked('[name=told][value=representative]'))
      if (withScripts) {
        await inspectShown(page, assert)
        await assertFits(assert, page, 360)
      }
      await page.fill('[name=writtenOn]', daysAgo(5))
      await page.click(SAVE)
      await page.waitForSelector('[data-number]')
      if (withScripts) await inspectShown(page, assert)
      const { number } = await Petition.query().firstOrFail()
      await page.goto(`${HOME}/dosya/${number}`)
      const said = page.locator('[lang=ar][dir=rtl]')
      assert.equal((await said.textContent())?.trim(), ARABIC)
      if (!withScripts) return
      await inspectShown(page, assert)
      await assertFits(assert, page, 360)
    })
  }
})
