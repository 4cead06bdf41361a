import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { officer, received, referredTo, submitted } from '#tests/support/journey'
import { signedIn } from '#tests/support/signed_in'

const FOCUSED = 'document.activeElement.id || document.activeElement.tagName'

test.group('The focus stands where work begins', (group) => {
  emptied(group)

  test('with the person at the desk, then in the words, and on the button that prints the slip', async ({
    assert,
    browserContext,
    visit,
  }) => {
    await signedIn(browserContext, await officer('masa'))
    const page = await visit('/masa/yeni')
    await page.waitForSelector('#person:focus')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#text:focus')
    await page.keyboard.type('Çeşme akmıyor.')
    await page.keyboard.press('F2')
    await page.waitForSelector('[name=readOut]:focus')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-print]:focus')
    assert.include(page.url(), '/masa/alindi/')
  })

  test('in the list of units for whoever routes, on the answer for whoever approves', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const [atTheDesk, waiting] = [await received({ text: 'Merhaba' }), await submitted()]
    await signedIn(browserContext, await officer('masa'))
    const page = await visit(`/dosya/${atTheDesk.number}`)
    await page.waitForSelector('#refer-unit:focus')

    await signedIn(browserContext, await officer('tarim.amir'))
    await page.goto('/birim')
    assert.equal(
      await page.textContent('[aria-current=true]').then((text) => text!.trim()),
      'Onay bekleyen (1)'
    )
    await page.click(`#p${waiting.number}`)
    await page.waitForSelector('#answer:focus')
  })

  test('and a list that keeps itself fresh neither takes it nor changes to another', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const mine = await referredTo('TAR')
    await signedIn(browserContext, await officer('tarim.amir'))
    await browserContext.clock.install()
    const page = await visit('/birim')
    await page.focus(`#p${mine.number}`)
    await submitted()
    const fresh = page.waitForResponse((answer) => answer.url().includes('/birim'))
    await page.clock.fastForward('00:31')
    await fresh
    await page.waitForSelector('.filters:has-text("Onay bekleyen (1)")')
    assert.equal(await page.evaluate(FOCUSED), `p${mine.number}`)
  })
})
