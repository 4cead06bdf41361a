import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { assertAccessible, assertFits, assertValid } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'
import { MessageTemplate } from '../../../app/notification/models/message_template.ts'

const PATH = '/metinler/received/sms/tr'
const COUNT = '.wording__count'

/** Waits until the count says so; it comes when the typing pauses. */
function counts(page: Page, words: string) {
  return page.waitForSelector(`${COUNT}:has-text("${words}")`)
}

test.group('Wording a text', (group) => {
  emptied(group)
  group.each.teardown(() => MessageTemplate.forget())

  test('the count follows while one types, and the typing is not disturbed', async ({
    assert,
    browserContext,
    visit,
  }) => {
    await signedIn(browserContext, await officer('sef'))
    const page = await visit(PATH)
    await counts(page, '142 / 150')
    await page.focus('#text')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' abcdef')
    await counts(page, '149 / 150')
    await page.keyboard.type('ış')
    await counts(page, '2 kısa mesaj')
    assert.equal(await page.evaluate('document.activeElement.id'), 'text')
    assert.match(await page.inputValue('#text'), /Açık Kapı abcdefış$/)

    await page.keyboard.type('ș')
    await page.waitForSelector('.note:has-text("“ș”")')
    await assertAccessible(assert, page)
    await assertFits(assert, page, 360)
    await page.keyboard.press('Backspace')
    await page.waitForSelector('.note', { state: 'detached' })
    assert.lengthOf(await MessageTemplate.query(), 0)
  })

  test('what cannot be counted any more leaves the page as it is', async ({
    assert,
    browserContext,
    visit,
  }) => {
    await signedIn(browserContext, await officer('sef'))
    const page = await visit(PATH)
    await browserContext.clearCookies()
    // Twice: when the second is answered, the page has done with the first.
    for (const words of ['Oturum bitti', 'Oturum bitti: {number} {secret}']) {
      const answered = page.waitForResponse((one) => one.url().endsWith('/onizleme'))
      await page.fill('#text', words)
      assert.equal((await answered).status(), 401)
    }
    assert.include(await page.innerText(COUNT), '142 / 150')
    assert.equal(await page.inputValue('#text'), 'Oturum bitti: {number} {secret}')
  })

  test('comes back whole, is mended and kept, and goes back to the house’s words', async ({
    assert,
    browserContext,
    visit,
  }) => {
    await signedIn(browserContext, await officer('sef'))
    const page = await visit(PATH)
    const before = await page.inputValue('#text')
    await page.fill('#text', 'Sayın {ad}, başvurunuz {number}')
    // Not the count, which the typing asks for by itself.
    const answered = page.waitForResponse((one) => one.status() === 422)
    await page.click('text=Metni kaydet')
    const answer = await answered
    await page.waitForSelector('.problems')
    await assertGood(page, await answer.text())
    assert.equal(await page.inputValue('#text'), 'Sayın {ad}, başvurunuz {number}')
    assert.equal(await page.evaluate('document.activeElement.className'), 'problems')

    await page.fill('#text', 'Başvurunuz {number}, kodunuz {secret}')
    await page.click('text=Metni kaydet')
    await page.waitForURL('**/metinler')
    await page.click(`a[href="${PATH}"]`)
    await page.click('.history summary')
    await assertGood(page, await (await page.request.get(PATH)).text())
    await page.click('text=Varsayılan metne dön')
    await page.waitForURL('**/metinler')
    await page.click(`a[href="${PATH}"]`)
    assert.equal(await page.inputValue('#text'), before)

    async function assertGood(shown: Page, html: string) {
      await assertValid(assert, html, PATH)
      await assertFits(assert, shown, 360)
      await assertAccessible(assert, shown)
      await assertFits(assert, shown, 1280)
    }
  })

  test('works without JavaScript: count, save', async ({ assert, browser, cleanup }) => {
    const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
    cleanup(() => context.close())
    await signedIn(context, await officer('sef'))
    const page = await context.newPage()
    await page.goto(PATH)
    await page.fill('#text', 'No {number} kod {secret}')
    await page.click('text=Say ve önizle')
    await counts(page, '26 / 155')
    assert.equal(await page.inputValue('#text'), 'No {number} kod {secret}')
    await page.click('text=Metni kaydet')
    await page.waitForURL('**/metinler')
    assert.equal((await MessageTemplate.firstOrFail()).text, 'No {number} kod {secret}')
  })
})
