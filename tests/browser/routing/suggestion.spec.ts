import { test } from '@japa/runner'
import { SuggestionChoice } from '#routing'
import { emptied } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`

test.group('A suggestion, in a browser', (group) => {
  emptied(group)

  for (const javaScriptEnabled of [true, false]) {
    test(`stands chosen, and Enter refers: ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
      assert,
      browser,
    }) => {
      const text = 'Çocuklarıma erzak kolisi\nistiyorum <b>lütfen</b>.'
      const { number } = await received({ text })
      const context = await browser.newContext({ baseURL: HOME, javaScriptEnabled })
      await signedIn(context, await officer('sef'))
      const page = await context.newPage()
      await page.goto(`/dosya/${number}`)
      assert.equal(await page.innerText('.card__words'), text, 'no letter is lost or added')
      assert.deepEqual(await page.locator('.card__words mark').allInnerTexts(), ['erzak', 'kolisi'])
      assert.equal(await page.inputValue('[name=refer-unit]'), 'SYDV')
      if (javaScriptEnabled) await inspectShown(page, assert)
      await page.click('button:has-text("Yönlendir"):visible')
      await page.waitForURL(/\/masa/)
      const choice = await SuggestionChoice.firstOrFail()
      assert.include(choice.$attributes, { place: 1, reason: 'words' })
      if (javaScriptEnabled) await inspect(page, '/izleme/oneriler', assert)
    })
  }
})
