import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Petition } from '#intake'
import { emptied } from '#tests/support/database'
import { details } from '#tests/support/petitions'

const WRITTEN = 'Köyümüzün yolu çok bozuk'

/** What stands on the paper. */
async function onPaper(page: Page) {
  await page.emulateMedia({ media: 'print' })
  const words = await page.locator('body').innerText()
  await page.emulateMedia({ media: 'screen' })
  return words
}

test.group('The paper of a result', (group) => {
  emptied(group)

  test('holds what was written only when that was asked for, without JavaScript', async ({
    assert,
    browser,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`http://${process.env.HOST}:${process.env.PORT}/sorgula`)
    await page.fill('[name=number]', petition.number)
    await page.fill('[name=secret]', secret.text)
    await page.click('form[action="/sorgula"] button')

    assert.notInclude(await onPaper(page), WRITTEN)
    await page.click('details:has(.said) summary')
    await page.waitForSelector('.said')
    assert.include(await page.locator('body').innerText(), WRITTEN, 'opened on the screen')
    assert.notInclude(await onPaper(page), WRITTEN, 'opened, not asked for')
    assert.notInclude(await onPaper(page), 'Ayşe Deneme')
    await page.check('#with-text')
    assert.include(await onPaper(page), WRITTEN, 'asked for')
    await page.emulateMedia({ media: 'print' })
    const title = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('.said'), '::before').content`
    )
    assert.include(title, 'tarihinde yazdığınız başvuru', 'with its heading')
    await context.close()
  })
})
