import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Chromium } from '#tests/support/programs/chromium'
import { emptied } from '#tests/support/database'

test.group('Going back after sending', (group) => {
  emptied(group)

  test('and sending once more is still one petition', async ({ assert, cleanup }) => {
    // As at home: playwright switches off the browser's memory of the pages one came from.
    const browser = await Chromium.launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] })
    cleanup(() => browser.close())
    const page = await browser.newPage()
    await page.goto(`http://${process.env.HOST}:${process.env.PORT}/basvuru`)
    await page.fill('[name=text]', 'Sokağımızın lambaları yanmıyor.')
    await page.fill('[name=name]', 'Ayşe Deneme')
    await page.check('[name=noNationalId]')
    await page.fill('[name=phone]', '0500 012 34 56')

    const receipts: (string | null)[] = []
    for (let times = 0; times < 2; times++) {
      await page.click('form[action="/basvuru"] .button--large[type=submit]')
      await page.waitForSelector('[data-number]')
      receipts.push(await page.getAttribute('[data-number]', 'data-number'))
      // A page out of that memory is not loaded, so playwright's own goBack() waits for ever.
      await page.evaluate('history.back()')
      await page.waitForSelector('[name=name]')
      assert.equal(await page.inputValue('[name=name]'), 'Ayşe Deneme', 'the typed words are there')
    }
    assert.equal(receipts[0], receipts[1])
    assert.lengthOf(await db.from('petitions'), 1)
  })
})
