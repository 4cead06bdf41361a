import type { Page } from 'playwright'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { askProgress, askUnit } from '#routing'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { officer, referredTo, unit } from '#tests/support/journey'
import { inspect } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'
import { asked, workingDay } from '#tests/support/unit_questions'

const ASK = 'Parselin sınırı nereden geçiyor?'
const SAID = 'Yolun kuzeyinden geçiyor.'
/** More than any page has places to stop at. */
const MOST_STOPS = 150

/** Goes on from place to place until the focus is on this one. */
async function tabTo(page: Page, selector: string) {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    if ((await page.locator(`${selector}:focus`).count()) > 0) return
  }
  throw new Error(`no way by keyboard to ${selector}`)
}

async function enter(page: Page) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

test.group('What a unit is asked', (group) => {
  emptied(group)

  test('is asked and answered by keyboard alone', async ({ assert, browser, browserContext }) => {
    const petition = await referredTo('TAR')
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}`)
    await tabTo(page, 'details:has([name=askUnit-unit]) > summary')
    await page.keyboard.press('Enter')
    await tabTo(page, '[name=askUnit-unit]')
    await page.keyboard.type((await unit('TAPU')).name.slice(0, 4))
    await tabTo(page, '[name=askUnit-question]')
    await page.keyboard.type(ASK)
    await tabTo(page, '[name=askUnit-day]')
    await page.keyboard.type(await workingDay())
    await tabTo(page, 'button[formaction$="/birime-soru"]')
    await enter(page)
    assert.include(await page.locator('#asked').innerText(), ASK)

    const other = await browser.newContext({ baseURL: new URL(page.url()).origin })
    await signedIn(other, await officer('tapu'))
    const inbox = await other.newPage()
    await inbox.goto('/birim')
    await tabTo(inbox, 'a[href="/birim/sorular"]')
    await enter(inbox)
    await tabTo(inbox, '.rows__link')
    await enter(inbox)
    await inbox.waitForSelector('#reply:focus')
    await inbox.keyboard.type(SAID)
    await tabTo(inbox, 'button[value=answer]')
    await enter(inbox)
    await inbox.getByText(says('routing.flash.unitAnswered')).waitFor()
    await other.close()

    assert.equal((await asked(petition)).words, SAID)
    await page.reload()
    assert.include(await page.locator('#asked').innerText(), SAID)
  })

  test('stands on pages that are valid, accessible and fit a telephone and paper', async ({
    assert,
    browserContext,
  }) => {
    const [sef, tapu] = [await officer('sef'), await officer('tapu')]
    const petition = await referredTo('TAR')
    const fields = { unit: 'TAPU', question: ASK, day: await workingDay() }
    await askUnit(petition, sef, fields)
    await askProgress(await Petition.findOrFail(petition.id), sef, '')
    const page = await browserContext.newPage()
    await signedIn(browserContext, sef)
    await inspect(page, `/dosya/${petition.number}`, assert)
    await signedIn(browserContext, tapu)
    const { id } = await asked(petition, 'TAPU')
    const filters = ['', '?filtre=ended'].map((one) => `/birim/sorular${one}`)
    for (const path of ['/birim', ...filters, `/birim/sorular/${id}`]) {
      await inspect(page, path, assert)
    }
    await signedIn(browserContext, await officer('tarim'))
    const progress = await asked(petition, 'TAR')
    await inspect(page, `/birim/sorular/${progress.id}`, assert)
  })
})
