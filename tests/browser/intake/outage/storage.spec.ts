import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { allSent, kept, outagePage, prepared, write } from '#tests/support/outage_page'
import { signedIn } from '#tests/support/signed_in'

const TEXT = 'Çeşmemiz üç gündür akmıyor.'

test.group('A browser that cannot keep what the desk writes', (group) => {
  emptied(group)

  test('says so before anybody writes, and loses nothing while the tab is open', async ({
    assert,
    browserContext: context,
  }) => {
    await context.addInitScript(
      `IDBFactory.prototype.open = () => { throw new DOMException('forbidden', 'SecurityError') }`
    )
    await signedIn(context, await officer('masa'))
    const page = await outagePage(context)
    assert.isTrue(await page.isVisible('[data-say=noStore]'))
    assert.equal(await page.inputValue('[name=text]'), '')
    await context.setOffline(true)
    await page.waitForSelector('[data-say=cut]:not([hidden])')
    await write(page, [TEXT, 'Yol bozuk.'])
    assert.equal(await page.locator('[data-waiting] li').count(), 2)
    await context.setOffline(false)
    await allSent(page)
    assert.lengthOf(await db.from('petitions'), 2)
  })

  test('keeps in the tab what it has no room for, and sends it from there', async ({
    assert,
    browserContext: context,
  }) => {
    await signedIn(context, await officer('masa'))
    await (await prepared(context)).close()
    await context.setOffline(true)
    const page = await outagePage(context)
    assert.isFalse(await page.isVisible('[data-say=noStore]'))
    await write(page, [TEXT])
    // As of now the disk is full.
    await page.evaluate(
      `IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError') }`
    )
    await write(page, ['Yol bozuk.'])
    assert.isTrue(await page.isVisible('[data-say=notKept]'))
    assert.equal(await page.locator('[data-waiting] li').count(), 2)
    assert.lengthOf(await kept(page, 'forms'), 1)
    await context.setOffline(false)
    await allSent(page)
    assert.lengthOf(await db.from('petitions'), 2)
    assert.isFalse(await page.isVisible('[data-say=notKept]'))
  })

  test('is found out by trying, where it has room for next to nothing', async ({
    assert,
    browserContext: context,
  }) => {
    await signedIn(context, await officer('masa'))
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const origin = `http://${process.env.HOST}:${process.env.PORT}`
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 })
    await page.goto('/masa/kesinti')
    await page.waitForSelector('[data-outage-form]:not([hidden])')
    assert.isTrue(await page.isVisible('[data-say=noStore]'))
  })
})
