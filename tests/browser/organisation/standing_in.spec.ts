import { test } from '@japa/runner'
import { Catalogue } from '#organisation'
import { emptied } from '#tests/support/database'
import { officer, submitted } from '#tests/support/journey'
import { assertAccessible, assertFits, assertPrints, assertValid } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'
import { standsInFor } from '#tests/support/standing_in'

test.group('Working in another’s place', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('shows on every page in whose, on a telephone and by keyboard too', async ({
    assert,
    browserContext,
  }) => {
    const { number } = await submitted()
    const [chief, head] = [await officer('sef'), await officer('tarim.amir')]
    const place = await standsInFor(chief, head, await officer('kaymakam'))
    await signedIn(browserContext, chief)
    const page = await browserContext.newPage()
    await page.goto('/masa')
    await page.getByRole('button', { name: `${head.name} adına vekâleten çalış` }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/birim')
    for (const path of ['/birim', `/dosya/${number}`, '/hesap', '/hesap/vekil']) {
      const answer = await page.goto(path)
      await assertValid(assert, await answer!.text(), path)
      assert.include(await page.textContent('.standing'), `${head.name} adına vekâleten`)
      for (const width of [360, 1280]) await assertFits(assert, page, width)
      await assertAccessible(assert, page)
    }
    await assertPrints(assert, page)
    await page.getByRole('button', { name: 'Kendi işime dön' }).click()
    await page.waitForURL('**/masa')
    for (const path of [
      '/yonetim/vekalet',
      `/yonetim/vekalet/${place.id}`,
      '/yonetim/vekalet/yeni?gorevli=tarim',
    ]) {
      const answer = await page.goto(path)
      await assertValid(assert, await answer!.text(), path)
      for (const width of [360, 1280]) await assertFits(assert, page, width)
      await assertAccessible(assert, page)
    }
  })
})
