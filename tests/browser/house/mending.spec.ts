import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { emptied } from '#tests/support/database'
import { GRANTED, REFUSED, officer, referredTo, submitted } from '#tests/support/journey'
import { assertAccessible, assertFits, assertValid } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

const LONG = 'Yolumuz bozuk, çocuklar okula gidemiyor. '.repeat(40).trim()

/** What a page must keep that came as the answer to a form. */
async function assertGood(assert: Assert, page: Page, html: string) {
  await assertValid(assert, html, page.url())
  await assertFits(assert, page, 360)
  await assertAccessible(assert, page)
  await assertFits(assert, page, 1280)
}

/** Sends a form and gives back the page that answers it. */
async function send(page: Page, action: string) {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  const own = `form[action="${action}"] button[type=submit]`
  await page.click(`:is(${own}, [formaction="${action}"]) >> nth=-1`)
  const answer = await answered
  await page.waitForLoadState()
  return { status: answer.status(), html: await answer.text() }
}

test.group('A form that comes back', (group) => {
  emptied(group)

  for (const path of ['/basvuru', '/en/basvuru']) {
    test(`says what to mend and keeps every word: ${path}`, async ({ assert, visit }) => {
      const page = await visit(path)
      await page.fill('[name=text]', LONG)
      await page.fill('[name=phone]', '0266 123')
      await page.check('[name=kind][value=complaint]')
      const { status, html } = await send(page, path)

      assert.equal(status, 422)
      await assertGood(assert, page, html)
      assert.match(await page.title(), /^(Hata|Error): /)
      assert.equal(await page.inputValue('[name=text]'), LONG)
      assert.equal(await page.inputValue('[name=phone]'), '0266 123')
      assert.isTrue(await page.isChecked('[name=kind][value=complaint]'))

      const focused = () =>
        page.evaluate('document.activeElement.className || document.activeElement.id')
      assert.equal(await focused(), 'problems', 'the summary has focus')
      await page.click('.problems a[href="#phone"]')
      assert.include(await focused(), 'field__input')
    })
  }

  test('tells a stranger nothing about number and code', async ({ assert, visit }) => {
    const page = await visit('/sorgula')
    await page.fill('[name=number]', '26 0000 0004')
    await page.fill('[name=secret]', 'K7M3QX')
    const { status, html } = await send(page, '/sorgula')
    assert.oneOf(status, [404, 422])
    await assertGood(assert, page, html)
    assert.equal(await page.inputValue('[name=secret]'), '')
  })

  test('asks once more for login and password', async ({ assert, visit }) => {
    const page = await visit('/giris')
    await page.fill('[name=login]', 'masa')
    await page.fill('[name=password]', 'yanlış')
    const { status, html } = await send(page, '/giris')
    assert.equal(status, 422)
    await assertGood(assert, page, html)
    assert.equal(await page.inputValue('[name=login]'), 'masa')
  })

  test('opens the part of the card that is to be mended', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const { number } = await referredTo('TAR')
    await signedIn(browserContext, await officer('tarim'))
    const page = await visit(`/dosya/${number}`)
    await page.check('[name=draft-outcome][value=refused]')
    await page.fill('#answer-text', 'Yolunuz bu yıl yapılamayacaktır.')
    const draft = await send(page, `/dosya/${number}/cevap`)
    assert.equal(draft.status, 422)
    await assertGood(assert, page, draft.html)
    assert.equal(await page.inputValue('#text'), 'Yolunuz bu yıl yapılamayacaktır.')

    await page.goto(`/dosya/${number}`)
    await page.click('summary:has-text("iade")')
    const back = await send(page, `/dosya/${number}/iade`)
    assert.equal(back.status, 422)
    await assertGood(assert, page, back.html)
    assert.isTrue(await page.isVisible('#reason'))
  })
})

test.group('An answer', (group) => {
  emptied(group)

  for (const draft of [GRANTED, REFUSED]) {
    test(`is a letter to the head and to whoever reads it later: ${draft.outcome}`, async ({
      assert,
      browserContext,
    }) => {
      const { number } = await submitted(draft)
      await signedIn(browserContext, await officer('tarim.amir'))
      const page = await browserContext.newPage()
      const assertLetter = async () => {
        const answer = await page.goto(`/dosya/${number}`)
        const letter = await page.innerText('.letter__body')
        assert.include(letter, draft.text)
        await assertGood(assert, page, await answer!.text())
        return letter
      }
      const proposed = await assertLetter()
      await page.click('[formaction$="/onay"]')
      await page.waitForSelector('.note--good[role=status]')
      assert.equal(await assertLetter(), proposed, 'what the head approved is what is read')
    })
  }
})
