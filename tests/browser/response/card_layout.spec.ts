import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { officer, referredTo } from '#tests/support/journey'
import { signedIn } from '#tests/support/signed_in'

test.group('A card on a wide screen', (group) => {
  emptied(group)

  test('begins with its number and what was said; the history comes below', async ({
    assert,
    browserContext,
  }) => {
    const { number } = await referredTo('TAR')
    await signedIn(browserContext, await officer('sef'))
    const page = await browserContext.newPage()
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`/dosya/${number}`)
    const tops = await Promise.all(
      ['.card__head', '.card__main', '.card__rest'].map(async (part) => {
        const box = await page.locator(part).boundingBox()
        return box!.y
      })
    )
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b)
    )
  })
})
