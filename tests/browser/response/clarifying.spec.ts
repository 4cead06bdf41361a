import { test } from '@japa/runner'
import { says } from '#tests/support/at_the_card'
import { atTheUnit, fresh, QUESTION } from '#tests/support/clarifying'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { assertValid, inspect, inspectShown } from '#tests/support/pages'
import { resultPage } from '#tests/support/result_page'
import { signedIn } from '#tests/support/signed_in'

/** A photograph of a lamp post, as far as anybody looks at it. */
const PICTURE = 'tests/support/two_colours.heic'

test.group('What is asked of a petitioner', (group) => {
  emptied(group)

  test('is asked, read, answered with a file and seen, on pages that anybody can use', async ({
    assert,
    browser,
    browserContext,
  }) => {
    const { petition, secret } = await atTheUnit()
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    const path = `/dosya/${petition.number}`
    await page.goto(path)
    await page.locator('details:has([name=ask-question]) > summary').click()
    await page.fill('[name=ask-question]', QUESTION)
    await Promise.all([page.waitForNavigation(), page.click('button[formaction$="/soru"]')])
    assert.include(await page.locator('.due-box').last().innerText(), 'cevabı bekliyor')
    for (const one of [path, `${path}/gunler`, '/birim']) await inspect(page, one, assert)

    const { citizen, html } = await resultPage(browser, petition, secret)
    await assertValid(assert, html)
    await inspectShown(citizen, assert)
    await citizen.fill('[name=words]', 'Çınar Sokak.')
    await citizen.setInputFiles('[name=files]', PICTURE)
    await Promise.all([
      citizen.waitForNavigation(),
      citizen.click('form[action="/sorgula/ekle"] button'),
    ])
    const done = await citizen.locator('[role=status]').innerText()
    assert.equal(done, says('intake.follow.done.answered'))
    await inspectShown(citizen, assert)
    await citizen.context().close()

    assert.equal((await fresh(petition)).stage, 'inProgress')
    await inspect(page, path, assert)
    assert.include(await page.locator('main').innerText(), 'Çınar Sokak.')
  })
})
