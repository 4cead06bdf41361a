import db from '@adonisjs/lucid/services/db'
import type { Page } from 'playwright'
import { test } from '@japa/runner'
import { Chromium } from '#tests/support/programs/chromium'
import { emptied } from '#tests/support/database'
import { Line } from '#tests/support/programs/line'

/** What somebody types, by the names of the fields. */
const TYPED = {
  text: 'Sokağımızın lambaları yanmıyor.\nÇocuklar korkuyor.',
  place: 'Zeytinli Mahallesi',
  name: 'Ayşe Deneme',
  nationalId: '12345678950',
  phone: '0500 012 34 56',
  address: 'Zeytinli Mahallesi 3',
  email: 'ayse@ornek.example',
}

async function fillIn(page: Page, typed: Record<string, string>) {
  for (const [name, value] of Object.entries(typed)) await page.fill(`[name=${name}]`, value)
}

async function typedIn(page: Page) {
  const names = Object.keys(TYPED)
  const values = await Promise.all(names.map((name) => page.inputValue(`[name=${name}]`)))
  return Object.fromEntries(names.map((name, at) => [name, values[at]]))
}

for (const javaScriptEnabled of [true, false]) {
  for (const memory of [true, false]) {
    const how = `${javaScriptEnabled ? 'with' : 'without'} scripts, ${memory ? 'with' : 'without'} the browser’s memory of pages`

    test.group(`A line that breaks while sending, ${how}`, (group) => {
      emptied(group)

      for (const mended of [false, true]) {
        test(`leaves everything typed behind "back"${mended ? ', on a form that came back' : ''}`, async ({
          assert,
          cleanup,
        }) => {
          const browser = await Chromium.launch({
            ignoreDefaultArgs: memory ? ['--disable-back-forward-cache'] : [],
          })
          cleanup(() => browser.close())
          const line = await Line.open()
          cleanup(() => line.close())
          const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
          await page.goto(`${line.url}/basvuru`)
          if (mended) {
            await page.click('form[action="/basvuru"] .button--large[type=submit]')
            await page.waitForSelector('.problems')
          }
          await fillIn(page, TYPED)
          await page.check('[name=kind][value=complaint]')
          // Chromium notes what was typed a second after the last key; what was typed since, it asks of
          // the page while it leaves it. Whoever is back before that answer finds what was noted.
          await Chromium.letPass(page, 1500)
          line.cut()
          const failed = page.waitForEvent('requestfailed')
          await page.click('form[action="/basvuru"] .button--large[type=submit]').catch(() => {})
          await failed
          await page.waitForURL('chrome-error://**')
          line.mend()
          await page.goBack({ waitUntil: 'commit' }).catch(() => {})
          await page.waitForSelector('[name=name]')
          // The one field that a browser is asked not to remember, for the next at this computer.
          await page.fill('[name=nationalId]', TYPED.nationalId)
          assert.deepEqual(await typedIn(page), TYPED)
          assert.isTrue(await page.isChecked('[name=kind][value=complaint]'))
          await page.click('form[action="/basvuru"] .button--large[type=submit]')
          await page.waitForSelector('[data-number]')
          assert.lengthOf(await db.from('petitions'), 1)
        })
      }
    })
  }
}
