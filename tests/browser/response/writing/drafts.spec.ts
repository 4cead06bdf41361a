import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Petition } from '#intake'
import { Answer } from '#response'
import { emptied } from '#tests/support/database'
import { GRANTED, officer, referredTo } from '#tests/support/journey'
import { inspectShown } from '#tests/support/pages'
import { eventually } from '#tests/support/notification/dispatching'
import { signedIn } from '#tests/support/signed_in'

const TEXT = '[name="draft-text"]'
const kept = (page: Page, state = 'kept') => page.waitForSelector(`[data-kept="${state}"]`)
const rows = () => db.from('draft_sittings').orderBy('id')

/** The one text that is ready for it. */
async function onlyReady({ authorityId }: Petition, words: { title: string; text: string }) {
  await db.from('ready_texts').delete()
  const entered = { authority_id: authorityId, entered_at: '2026-01-05 09:00:00' }
  await db.table('ready_texts').insert({ ...entered, ...words })
}

test.group('Writing an answer', (group) => {
  emptied(group)

  test('every keystroke is safe: kept after a moment’s rest, there again after the browser is gone', async ({
    assert,
    browserContext,
  }) => {
    const petition = await referredTo('TAR')
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}`)
    await page.locator(TEXT).pressSequentially('Yolunuz cuma')
    await kept(page)
    await inspectShown(page, assert)
    // Left in the middle of a word, as by closing the tab: nobody waits.
    await page.locator(TEXT).pressSequentially(' gün')
    const beacon = page.waitForRequest((asked) => asked.url().endsWith('/cevap/taslak'))
    await page.close({ runBeforeUnload: true })
    await beacon.catch(() => null)
    const again = await browserContext.newPage()
    await again.goto(`/dosya/${petition.number}`)
    assert.match(await again.locator(TEXT).inputValue(), /^Yolunuz cuma/)
    assert.lengthOf(await db.from('answers'), 0)
  })

  test('waits out a line that is cut, and says so', async ({ assert, browserContext }) => {
    const petition = await referredTo('TAR')
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}`)
    await page.route('**/cevap/taslak', (route) => route.abort())
    await page.locator(TEXT).pressSequentially('Hat yokken')
    await page.waitForSelector('.kept .note--late')
    assert.equal(await page.locator(TEXT).inputValue(), 'Hat yokken')
    await page.unroute('**/cevap/taslak')
    await kept(page)
    assert.lengthOf(await rows(), 1)
  })

  test('goes on after the session ended and the same officer signed in on another tab', async ({
    assert,
    browserContext,
  }) => {
    const petition = await referredTo('TAR')
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}`)
    const cookies = await browserContext.cookies()
    await browserContext.clearCookies()
    await page.locator(TEXT).pressSequentially('Oturum bitti')
    await page.waitForSelector('.kept .note--late')
    assert.lengthOf(await rows(), 0)
    await browserContext.addCookies(cookies)
    await page.locator(TEXT).pressSequentially(' sonra')
    await kept(page)
    assert.lengthOf(await rows(), 1)
  })

  test('a copy of a page keeps its own words beside the first one’s', async ({
    assert,
    browserContext,
  }) => {
    const petition = await referredTo('TAR')
    await signedIn(browserContext, await officer('tarim'))
    const [one, other] = [await browserContext.newPage(), await browserContext.newPage()]
    for (const page of [one, other]) await page.goto(`/dosya/${petition.number}`)
    await one.locator(TEXT).pressSequentially('Birinci')
    await kept(one)
    // As a browser copies a tab: under the same name.
    const name = await one.locator('[name=sitting]').inputValue()
    await other.locator('[name=sitting]').evaluate((input, to) => {
      ;(input as unknown as { value: string }).value = to
    }, name)
    await other.locator(TEXT).pressSequentially('İkinci')
    await kept(other)
    assert.lengthOf(await rows(), 2)
  })

  test('says who saved another text meanwhile, and shows both', async ({
    assert,
    browserContext,
  }) => {
    const petition = await referredTo('TAR')
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}`)
    const theirs = { ...GRANTED, text: 'Amirin sözleri.' }
    const answer = await Answer.draftFor(await Petition.findOrFail(petition.id))
    await answer.write(theirs, await officer('tarim.amir'))
    await page.locator(TEXT).pressSequentially('Benim sözlerim')
    await kept(page, 'changed')
    await page.reload()
    assert.equal(await page.locator(TEXT).inputValue(), 'Benim sözlerim')
    assert.include(await page.locator('.theirs').textContent(), 'Amirin sözleri.')
    await page.click('.theirs a')
    await page.waitForSelector('ins.word-in, del.word-out')
    await inspectShown(page, assert)
  })

  test('a ready text goes in at the cursor by one key, and is kept', async ({
    assert,
    browserContext,
  }) => {
    const petition = await referredTo('TAR')
    await onlyReady(petition, { title: 'Onarım', text: '{numara} yolunuz onarılacak.' })
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}`)
    await page.locator(TEXT).pressSequentially('Önce. Sonra.')
    for (let times = 0; times < 6; times++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Alt+1')
    await page.waitForSelector('.ready')
    assert.match(
      await page.locator(TEXT).inputValue(),
      /^Önce\. [\d ]{12} yolunuz onarılacak\.Sonra\./
    )
    await kept(page)
    await inspectShown(page, assert)
  })

  test('typing fills in the places of a ready text, one after the other', async ({
    assert,
    browserContext,
  }) => {
    const petition = await referredTo('TAR')
    await onlyReady(petition, { title: 'Ödeme', text: 'Ödemeniz ___ günü yapılacak. [yer] gelin.' })
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}`)
    await page.locator(TEXT).pressSequentially('[tarih] yazdınız. ')
    await page.keyboard.press('Alt+1')
    await eventually(() => page.evaluate<boolean>(`getSelection().toString() === '___'`))
    await page.keyboard.type('3 Mart 2027')
    await page.keyboard.press('Alt+0')
    await page.keyboard.type('Müdürlüğe')
    await page.keyboard.press('Alt+0')
    await page.keyboard.type('2 Mart 2027 günü')
    await page.keyboard.press('Alt+0')
    await page.keyboard.type('.')
    assert.equal(
      await page.locator(TEXT).inputValue(),
      '2 Mart 2027 günü. yazdınız. Ödemeniz 3 Mart 2027 günü yapılacak. Müdürlüğe gelin.'
    )
  })

  test('the remedy follows the outcome until somebody changes it', async ({
    assert,
    browserContext,
  }) => {
    const petition = await referredTo('TAR')
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}`)
    const remedy = page.locator('[name="draft-remedy"]')
    const before = await remedy.inputValue()
    await page.check('[name="draft-outcome"][value="partlyGranted"]')
    const partly = await remedy.inputValue()
    assert.notEqual(partly, before)
    await remedy.fill(`${partly} Ek söz.`)
    await page.check('[name="draft-outcome"][value="refused"]')
    assert.equal(await remedy.inputValue(), `${partly} Ek söz.`)
  })
})
