import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { answered, OBJECTION } from '#tests/support/afterwards'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { assertValid, inspect, inspectShown } from '#tests/support/pages'
import { resultPage } from '#tests/support/result_page'
import { signedIn } from '#tests/support/signed_in'

test.group('What is said after an answer', (group) => {
  emptied(group)

  test('is said, changed and objected to without a script, and decided above', async ({
    assert,
    browser,
    browserContext,
  }) => {
    const { petition, secret } = await answered()
    const plain = { javaScriptEnabled: false }
    const { citizen, html } = await resultPage(browser, petition, secret, plain)
    await assertValid(assert, html)
    /** The same page with a script, for what looks it through. */
    const looksAt = async () => {
      const { citizen: other } = await resultPage(browser, petition, secret)
      await inspectShown(other, assert)
      await other.context().close()
    }
    const chooses = async (name: string) => {
      await Promise.all([
        citizen.waitForNavigation(),
        citizen.click(`[name=solved][value=${name}]`),
      ])
      return citizen.locator('[role=status]').innerText()
    }
    assert.equal(await chooses('partly'), says('intake.follow.done.judged'))
    await citizen.fill('[name=solvedWords]', 'Ekip geldi, çukur duruyor.')
    assert.equal(await chooses('no'), says('intake.follow.done.notSolved'))
    await looksAt()
    await citizen.fill('[name=objection]', OBJECTION)
    await Promise.all([
      citizen.waitForNavigation(),
      citizen.click('form[action="/sorgula/itiraz"] button'),
    ])
    const done = await citizen.locator('[role=status]').innerText()
    assert.equal(done, says('intake.follow.done.objected'))
    await looksAt()
    await citizen.context().close()
    assert.equal((await db.from('surveys').firstOrFail()).solved, 'no')

    await signedIn(browserContext, await officer('sef'))
    const page = await browserContext.newPage()
    for (const one of ['/itirazlar', `/dosya/${petition.number}/itiraz`]) {
      await inspect(page, one, assert)
    }
    assert.include(await page.locator('main').innerText(), OBJECTION)
  })
})
