import { test } from '@japa/runner'
import { inspect } from '#tests/support/pages'
import { emptied } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'
import { signedIn } from '#tests/support/signed_in'

test.group('The desk says whom a complaint means', (group) => {
  emptied(group)

  test('from the card, on a page that is valid and for everybody', async ({
    assert,
    browserContext,
  }) => {
    const about = { kind: 'complaint', complainedName: 'Gişedeki memur' } as const
    const { number } = await received(about)
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${number}`)
    await page.click('#naming')
    await inspect(page, `/dosya/${number}/sikayet-edilen`, assert)
    await page.selectOption('[name=complainedOfficer]', 'nobody')
    await page.click('main form button[type=submit]')
    await page.waitForURL('**/masa**')
    await page.goto(`/dosya/${number}`)
    assert.equal(await page.locator('#naming.button--quiet').count(), 1)
  })

  test('names whom it complains about at the desk only of a complaint', async ({
    assert,
    browserContext,
  }) => {
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    await page.goto('/masa/yeni')
    assert.isFalse(await page.isVisible('#complainedName'))
    await page.check('[name=kind][value=complaint]')
    assert.isTrue(await page.isVisible('#complainedName'))
  })
})
