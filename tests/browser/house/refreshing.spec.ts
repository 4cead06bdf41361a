import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'
import { assertAccessible } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

/** With the filter in its address or without. */
const LIST = /\/masa(\?|$)/

test.group('A list that refreshes itself', (group) => {
  emptied(group)

  test('stays when the session has ended, and leads back to where it stood', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const { number } = await received()
    await signedIn(browserContext, await officer('masa'))
    await browserContext.clock.install()
    // Its answer brings the session's cookie once more: before the cookies are taken away.
    const counted = browserContext.waitForEvent('response', (one) =>
      one.url().includes('/mesajlar/sayi')
    )
    const page = await visit('/masa?filtre=all')
    await counted
    await browserContext.clearCookies()
    for (const turn of ['once', 'again']) {
      const answered = page.waitForResponse((one) => one.url().includes('/masa?'))
      await page.clock.fastForward('00:31')
      assert.equal((await answered).status(), 401, turn)
      await page.waitForSelector('#beside a')
    }
    assert.equal(await page.locator('main').count(), 1)
    assert.equal(await page.locator('#beside p').count(), 1)
    assert.isTrue(await page.isVisible(`#p${number}`), 'the list stands')
    await assertAccessible(assert, page)
    await page.click('#beside a')
    await page.waitForURL('**/giris?next=**')
    assert.equal(await page.inputValue('[name=next]'), '/masa?filtre=all')
  })

  test('stays on an error and without a network, says so, and is fresh again afterwards', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const { number } = await received()
    await signedIn(browserContext, await officer('masa'))
    await browserContext.clock.install()
    const page = await visit('/masa')
    for (const trouble of ['gone', 'page of a server in between']) {
      await page.route(LIST, (route) =>
        trouble === 'gone'
          ? route.abort()
          : route.fulfill({ status: 502, contentType: 'text/html', body: '<main>502</main>' })
      )
      await page.clock.fastForward('00:31')
      await page.waitForSelector('#beside p')
      assert.isTrue(await page.isVisible(`#p${number}`), trouble)
      assert.equal(await page.locator('main').count(), 1, trouble)
      await page.unroute(LIST)
      await page.clock.fastForward('00:31')
      await page.waitForSelector('#beside:empty', { state: 'attached' })
    }
  })

  test('is told to be late until it is fresh itself, whatever else on the page is', async ({
    assert,
    browserContext,
    visit,
  }) => {
    await signedIn(browserContext, await officer('masa'))
    await browserContext.clock.install()
    const late = Promise.withResolvers<void>()
    await browserContext.route('**/mesajlar/sayi', async (route) => {
      await late.promise
      await route.continue()
    })
    const page = await visit('/masa')
    await page.route(LIST, (route) => route.abort())
    await page.clock.fastForward('00:31')
    await page.waitForSelector('#beside p')
    late.resolve()
    await page.waitForSelector('[href="/mesajlar"] .filters__count')
    assert.equal(await page.locator('#beside p').count(), 1)
    await page.unroute(LIST)
    await page.clock.fastForward('00:31')
    await page.waitForSelector('#beside:empty', { state: 'attached' })
  })
})
