import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'
import { signedIn } from '#tests/support/signed_in'

const TEXT = 'Ben Gülizar. Muhtar Gülizar’a kömür satmadı, Gülizarlar biliyor.'

test.group('The desk strikes with a mouse', (group) => {
  emptied(group)

  test('a word wherever it stands, and none that only begins so', async ({
    assert,
    browserContext,
  }) => {
    const { number } = await received({ kind: 'tipOff', text: TEXT, name: 'Gülizar Deneme' })
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${number}/karartma`)
    const copy = page.locator('#copy')
    await page.evaluate("document.getElementById('copy').setSelectionRange(5, 8)")
    await page.click('[data-strike]')
    const left = 'Ben […]. Muhtar […]’a kömür satmadı, Gülizarlar biliyor.'
    assert.equal(await copy.inputValue(), left)
    await page.click('button:not([name]):text("Kopyayı kaydet")')
    await page.waitForURL(`**/dosya/${number}`)
    assert.include(await page.locator('.card__words').innerText(), 'Ben Gülizar')
    await page.click('#strike')
    assert.equal(await page.locator('#copy').inputValue(), left)
  })
})
