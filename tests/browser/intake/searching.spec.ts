import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { written } from '#tests/support/intake/searching'
import { officer, received } from '#tests/support/journey'
import { assertValid, inspectShown } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

test.group('The box on every page', (group) => {
  emptied(group)

  test('finds by keys alone, and the page says why', async ({ assert, browserContext }) => {
    await received()
    const lamp = await received({ text: 'Sokağımızdaki <b>lambalar</b> yanmıyor.' })
    await written()
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    for (const [typed, marks] of [
      ['lamba sokak', ['Sokağımızdaki', 'lambalar']],
      ['sokka', ['Sokağımızdaki']],
    ] as const) {
      await page.goto('/hesap')
      await page.keyboard.press('/')
      await page.waitForSelector('#bul:focus')
      await page.keyboard.type(typed)
      const [answer] = await Promise.all([
        page.waitForResponse((one) => one.request().method() === 'POST'),
        page.keyboard.press('Enter'),
      ])
      await page.waitForSelector('.rows__link')
      assert.equal(await page.inputValue('#ara'), typed)
      assert.deepEqual(await page.locator('mark').allInnerTexts(), [...marks])
      assert.equal(await page.locator('.rows__link').count(), 1)
      await assertValid(assert, await answer.text(), typed)
      await inspectShown(page, assert)
      assert.notInclude(page.url(), typed)
    }
    await page.click('.rows__link')
    await page.waitForURL(`**/dosya/${lamp.number}`)
  })
})
