import { test } from '@japa/runner'
import { Contact } from '#response'
import { today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { fresh, inVain, PHONE, plansOf } from '#tests/support/contacts'
import { emptied } from '#tests/support/database'
import { officer, referredTo } from '#tests/support/journey'
import { inspect } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

const ADDRESS = 'Zeytinli Mah. Çınar Sk. No:9'
const DAY = () => today().toFormat('d.M.yyyy')

test.group('Talking with a petitioner', (group) => {
  emptied(group)

  test('is planned, printed and written down without a script', async ({
    assert,
    browser,
    browserContext,
  }) => {
    const petition = await referredTo('TAR', { phone: PHONE, address: ADDRESS })
    await signedIn(browserContext, await officer('tarim'))
    const { origin } = new URL((await open(browserContext)).url())
    const state = await browserContext.storageState()
    const plain = await browser.newContext({
      ...{ baseURL: origin, javaScriptEnabled: false, storageState: state },
    })
    const page = await plain.newPage()
    await page.goto(`/dosya/${petition.number}`)
    await page.click('details:has([name=contact-way]) > summary')
    await page.click('a[href$="/plan"]')
    await page.check('[name=way][value=visit]')
    await page.fill('form[action$="/plan"] [name=day]', DAY())
    await page.fill('[name=ask]', 'Dere ne zaman taştı?')
    await page.click('form[action$="/plan"] button[type=submit]')
    // On a day off it is asked about first.
    if (await page.locator('[name=anyway]').count()) {
      await page.check('[name=anyway]')
      await page.click('form[action$="/plan"] button[type=submit]')
    }
    const { id } = (await plansOf(petition))[0]!
    await page.goto('/birim')
    await page.click('a[href="/birim/ziyaretler"]')
    await page.emulateMedia({ media: 'print' })
    assert.isTrue(await page.locator('.round__box').isVisible())
    assert.isTrue(await page.locator('.round__lines').isVisible())
    assert.isFalse(await page.locator(`[name=result-${id}]`).isVisible())
    assert.include(await page.locator('.round').innerText(), ADDRESS)
    await page.emulateMedia({ media: 'screen' })
    await page.selectOption(`[name=result-${id}]`, 'reached')
    await page.fill(`[name=note-${id}]`, 'Evdeydi, dereyi gösterdi.')
    await page.click('form[action^="/birim/ziyaretler"][method=post] button[type=submit]')
    await page.getByText(says('response.contacts.done.entered', { count: 1 })).waitFor()
    assert.equal((await Contact.firstOrFail()).way, 'visit')
    await plain.close()
  })

  test('stands on pages that are valid, accessible and fit a telephone and paper', async ({
    assert,
    browserContext,
  }) => {
    const petition = await referredTo('TAR', { phone: PHONE, address: ADDRESS })
    const tarim = await officer('tarim')
    for (const daysAgo of [2, 1, 0]) await inVain(petition, tarim, daysAgo)
    await signedIn(browserContext, tarim)
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}/plan`)
    await page.check('[name=way][value=visit]')
    await page.fill('form[action$="/plan"] [name=day]', DAY())
    await page.click('form[action$="/plan"] button[type=submit]')
    if (await page.locator('[name=anyway]').count()) {
      await page.check('form[action$="/plan"] [name=anyway]')
      await page.click('form[action$="/plan"] button[type=submit]')
    }
    assert.lengthOf(await plansOf(await fresh(petition)), 2)
    const ofOne = ['', '/plan', '/hazir-mesaj'].map((rest) => `/dosya/${petition.number}${rest}`)
    for (const path of ['/birim', '/birim/gorusmeler', '/birim/ziyaretler', ...ofOne]) {
      await inspect(page, path, assert)
    }
    await signedIn(browserContext, await officer('masa'))
    await inspect(page, '/masa/beklenenler', assert)
  })
})

async function open(context: import('playwright').BrowserContext) {
  const page = await context.newPage()
  await page.goto('/birim')
  return page
}
