import { test } from '@japa/runner'
import { beginRecount, Tallying } from '#insight'
import { Petition } from '#intake'
import { emptied } from '#tests/support/database'
import { districtsBelow } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'
import { manyPetitions } from '#tests/support/many_petitions'
import { assertAccessible, assertFits, assertValid } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'
import { spreadOver } from '#tests/support/spread'

test.group('The pages of whoever manages a governorate', (group) => {
  emptied(group)

  test('are read by everybody, on every width, and narrowed by the keyboard', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const below = await districtsBelow(4)
    await manyPetitions(120)
    await spreadOver(below)
    await beginRecount()
    await new Tallying({ error() {} }, 0).round()
    await signedIn(browserContext, await officer('kaymakam'))
    const there = { authority_id: below[1]!, desk: 'bureau', circle: 'house' }
    const { number } = await Petition.query().where(there).firstOrFail()

    for (const path of [
      '/kayit',
      '/kayit?makam=ilce2',
      `/dosya/${number}`,
      '/izleme',
      '/izleme?makam=ilce2',
    ]) {
      const page = await visit(path)
      await assertAccessible(assert, page)
      await assertValid(assert, await (await page.request.get(page.url())).text())
      for (const width of [360, 1280]) {
        await assertFits(assert, page, width)
      }
    }

    const page = await visit('/izleme')
    const open = page.locator('.figure-box__value').first()
    const all = Number(await open.textContent())
    await page.focus('#makam')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/makam=ilce1/)
    assert.isBelow(Number(await open.textContent()), all)
    await open.click()
    await page.waitForURL(/kayit\?durum=open&makam=ilce1/)
    assert.equal(await page.inputValue('#makam'), 'ilce1')
  })
})
