import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Chromium } from '#tests/support/programs/chromium'
import { emptied } from '#tests/support/database'
import { fullHouse } from '#tests/support/middleware/full_house'

const TEXT = 'Sokağımızın lambaları yanmıyor.\nÇocuklar korkuyor.'
const AGAIN = { tr: 'Yeniden gönder', en: 'Send again' }

for (const javaScriptEnabled of [true, false]) {
  test.group(
    `A petition that is refused, ${javaScriptEnabled ? 'with' : 'without'} scripts`,
    (group) => {
      emptied(group)

      for (const [locale, path] of Object.entries({ tr: '/basvuru', en: '/en/basvuru' })) {
        test(`stands on the page and is received with one button: ${locale}`, async ({
          assert,
          cleanup,
        }) => {
          const browser = await Chromium.launch({})
          cleanup(() => browser.close())
          const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
          const address = `http://${process.env.HOST}:${process.env.PORT}${path}`
          page.setDefaultTimeout(8000)
          await page.goto(address)
          await page.fill('[name=text]', TEXT)
          await page.fill('[name=name]', 'Ayşe Deneme')
          await page.fill('[name=nationalId]', '12345678950')
          await page.fill('[name=phone]', '0500 012 34 56')
          const end = fullHouse({ cleanup }, 'petitions')
          await page.click(`form[action="${path}"] button.button--large`)
          const again = `button:has-text("${AGAIN[locale as 'tr']}")`
          const said = page.locator('dd', { hasText: 'Sokağımızın' })
          assert.equal(await said.textContent(), TEXT)
          await page.click(again)
          await page.waitForURL(({ search }) => search === '?kez=2')
          assert.equal(await said.textContent(), TEXT, 'refused once more')
          await end()
          await page.click(again)
          await page.waitForSelector('[data-number]')
          assert.lengthOf(await db.from('petitions'), 1)
          assert.equal((await db.from('petitions').first()).text, TEXT)
        })
      }
    }
  )
}
