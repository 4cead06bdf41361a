import { test } from '@japa/runner'
import { SetupWord } from '#organisation'
import { withoutDistrict } from '#tests/support/databases/empty_district'
import { inspect, inspectShown } from '#tests/support/pages'

test.group('The pages of the first setup', (group) => {
  withoutDistrict(group)

  test('are valid, accessible and fit, and are worked by the keyboard alone', async ({
    assert,
    browserContext,
  }) => {
    const page = await browserContext.newPage()
    for (const path of ['/en/kurulum', '/kurulum']) await inspect(page, path, assert)
    const pressed = () => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await page.focus('#word')
    await pressed()
    await inspectShown(page, assert)
    await page.focus('#word')
    await page.keyboard.type(await SetupWord.issue())
    await pressed()
    await inspectShown(page, assert)
    await page.focus('#address')
    await pressed()
    await inspectShown(page, assert)
    assert.include(await page.locator('.problems').innerText(), 'Makamı listeden seçin.')
  })
})
