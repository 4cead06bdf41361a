import { test } from '@japa/runner'
import { PhoneNumber } from '#shared/typed/phone_number'
import { emptied } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'
import { signedIn } from '#tests/support/signed_in'

/** Presses the button of the referral's form; tells whether the press is refused. */
const PRESS = `{
  const press = new Event('submit', { bubbles: true, cancelable: true })
  document.querySelector('#card').dispatchEvent(press)
  press.defaultPrevented
}`

test.group('The queue', (group) => {
  emptied(group)

  test('is read with the keys alone', async ({ assert, browserContext, visit }) => {
    const [first, second] = [await received(), await received()]
    await signedIn(browserContext, await officer('masa'))
    const page = await visit('/masa')
    // The browser moves the focus in its own time: awaited, not asked once.
    const focus = (id: string) => page.waitForSelector(`#${id}:focus`)

    await page.keyboard.press('j')
    await focus(`p${first.number}`)
    await page.keyboard.press('j')
    await focus(`p${second.number}`)
    await page.keyboard.press('k')
    await focus(`p${first.number}`)
    await page.keyboard.press('/')
    await focus('ara')
    await page.keyboard.type('jk/')
    assert.equal(await page.inputValue('#ara'), 'jk/', 'letters stay letters in a field')

    await page.focus(`#p${second.number}`)
    await page.keyboard.press('Enter')
    await page.waitForSelector(`[data-preview="${second.number}"]`)
    await page.click('.preview a')
    await page.waitForURL(`**/dosya/${second.number}`)
  })

  test('leaves single letters alone when the officer wants no shortcuts', async ({
    assert,
    browserContext,
    visit,
  }) => {
    await received()
    const masa = await officer('masa')
    masa.shortcuts = false
    await masa.save()
    await signedIn(browserContext, masa)
    const page = await visit('/masa')
    await page.keyboard.press('j')
    await page.keyboard.press('/')
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'BODY')
    masa.shortcuts = true
    await masa.save()
  })

  test('shows a petition wherever its row is touched, and opens it by its number', async ({
    browserContext,
    visit,
  }) => {
    const { number } = await received()
    await signedIn(browserContext, await officer('masa'))
    const page = await visit('/masa')
    await page.click('.rows__first')
    await page.waitForSelector(`[data-preview="${number}"]`)
    await page.click('.rows__link')
    await page.waitForURL(`**/dosya/${number}`)
  })

  test('shows what has come in meanwhile and leaves the reader where they are', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const before = await received()
    await signedIn(browserContext, await officer('masa'))
    await browserContext.clock.install()
    const page = await visit('/masa')
    await page.focus(`#p${before.number}`)

    const after = await received()
    await page.clock.fastForward('00:31')
    await page.waitForSelector(`#p${after.number}`)
    assert.equal(await page.evaluate('document.activeElement.id'), `p${before.number}`)
  })
})

test.group('The card of a petition', (group) => {
  emptied(group)

  test('gives the focus to the messages that were asked for', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const { number } = await received({ phone: PhoneNumber.parse('0500 012 34 56') })
    await signedIn(browserContext, await officer('masa'))
    const page = await visit(`/dosya/${number}`)
    await page.focus('#messages a')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#messages table:focus')
    await page.goto(`/dosya/${number}/mesajlar`)
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'BODY')
  })
})

test.group('A form of an officer', (group) => {
  emptied(group)

  test('is sent once, however often the button is pressed', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const { number } = await received()
    await signedIn(browserContext, await officer('masa'))
    await browserContext.clock.install()
    const page = await visit(`/dosya/${number}`)
    const refused = () => page.evaluate<boolean>(PRESS)
    assert.isFalse(await refused())
    assert.isTrue(await refused(), 'while the first is on its way')
    await page.clock.fastForward('00:03')
    assert.isFalse(await refused(), 'after it was stopped')
    assert.isTrue(await refused(), 'while that one is on its way')
    await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow'))`)
    assert.isFalse(await refused(), 'after coming back to the page')
  })
})
