import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { DEMO_PASSWORD } from '#config/demonstration'
import { House } from '#tests/support/programs/house'
import { emptied } from '#tests/support/database'

const TEXT = 'Zeytin ağaçlarımı don vurdu, zarar tespiti yapılmasını istiyorum.'
const ANSWER = 'Ekiplerimiz 30 Kasım Pazartesi günü bahçenizde zarar tespiti yapacaktır.'
const PHONE = '0500 000 12 34'

/**
 * The whole loop in a real browser, with a worker and an SMS centre beside it: once as on an old
 * telephone without JavaScript, once with it.
 */
for (const javaScriptEnabled of [false, true]) {
  test.group(`The loop, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, (group) => {
    emptied(group)

    test('from a citizen’s words to the text that says it is concluded', async ({
      browser,
      assert,
      cleanup,
    }) => {
      const house = await House.open()
      cleanup(() => house.close())
      const person = () =>
        browser.newContext({ javaScriptEnabled, baseURL: house.url, locale: 'tr-TR' })

      const citizen = await (await person()).newPage()
      await citizen.goto('/')
      await citizen.click('a[href="/basvuru"]')
      await citizen.fill('[name=text]', TEXT)
      await citizen.fill('[name=name]', 'Ayşe Deneme')
      await citizen.fill('[name=nationalId]', '12345678950')
      await citizen.fill('[name=phone]', PHONE)
      await send(citizen, '/basvuru')
      const number = (await citizen.getAttribute('[data-number]', 'data-number'))!
      const secret = (await citizen.getAttribute('[data-secret]', 'data-secret'))!
      assert.match(number, /^\d{10}$/)
      const [first] = await house.texts(PHONE, 1)
      assert.include(first, secret)

      const bureau = await signIn(await person(), 'masa')
      await bureau.click(`a[href*="/dosya/${number}"]`)
      const file = `/dosya/${number}`
      await reveal(bureau, `${file}/yonlendirme`)
      await bureau.selectOption('[name=refer-unit]', 'TAR')
      await send(bureau, `${file}/yonlendirme`)
      await house.texts(PHONE, 2)

      const officer = await signIn(await person(), 'tarim')
      await officer.click(`a[href*="/dosya/${number}"]`)
      await reveal(officer, `${file}/gorusme`)
      await officer.fill('[name=contact-note]', 'Arandı, bahçenin yeri öğrenildi.')
      await send(officer, `${file}/gorusme`)
      await reveal(officer, `${file}/cevap`)
      await officer.check('[name=draft-outcome][value=granted]')
      await officer.fill('[name=draft-text]', ANSWER)
      await officer.click(`[formaction="${file}/cevap"][value=submit]`)
      await officer.waitForLoadState()

      const head = await signIn(await person(), 'tarim.amir')
      await head.goto(file)
      await reveal(head, `${file}/onay`)
      await send(head, `${file}/onay`)
      const texts = await house.texts(PHONE, 3)
      assert.include(texts[2], number.slice(6))
      for (const text of texts) {
        for (const told of ['Ayşe', 'zeytin', 'Tarım', '12345678950', ANSWER]) {
          assert.notInclude(text, told)
        }
      }

      await citizen.goto('/sorgula')
      await citizen.fill('form[action="/sorgula"] [name=number]', number)
      await citizen.fill('form[action="/sorgula"] [name=secret]', secret.toLowerCase())
      await send(citizen, '/sorgula')
      assert.include(await citizen.textContent('main'), ANSWER)
      assert.equal(await citizen.getAttribute('[data-outcome]', 'data-outcome'), 'granted')

      const governor = await signIn(await person(), 'kaymakam')
      assert.include(governor.url(), '/izleme')
      await governor.click('a[href*="donem=week"]')
      assert.include(await governor.textContent('main'), number.slice(6))

      await house.settled()
      const states = await db.from('messages').select('state')
      assert.deepEqual(
        states.map(({ state }) => state),
        Array(3).fill('delivered')
      )
      const views = await db.from('views').countDistinct('officer_id as officers').first()
      assert.equal(Number(views.officers), 3)
    }).timeout(120_000)
  })
}

async function signIn(context: BrowserContext, login: string) {
  const page = await context.newPage()
  await page.goto('/giris')
  await page.fill('[name=login]', login)
  await page.fill('[name=password]', DEMO_PASSWORD)
  await page.press('[name=password]', 'Enter')
  await page.waitForURL((url) => url.pathname !== '/giris')
  return page
}

/** Opens the section that the button stands in, as a person would by its heading. */
async function reveal(page: Page, action: string) {
  const section = page.locator('details', { has: page.locator(`[formaction="${action}"]`) })
  if ((await section.count()) > 0 && (await section.first().getAttribute('open')) === null) {
    await section.first().locator('summary').first().click()
  }
}

/** Sends a form by its button and waits for the page that answers. */
async function send(page: Page, action: string) {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  const own = `form[action="${action}"] button[type=submit]:not([hidden], [name=attach])`
  await page.locator(`${own}, [formaction="${action}"]:not([hidden])`).first().click()
  await answered
  await page.waitForLoadState()
}
