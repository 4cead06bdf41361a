import { test } from '@japa/runner'
import { Catalogue } from '#organisation'
import { Answer } from '#response'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { GRANTED, officer, referredTo } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { eventually } from '#tests/support/notification/dispatching'
import { signedIn } from '#tests/support/signed_in'
import { AnswerExample } from '../../../app/response/models/answer_example.ts'

/** A text area, of which the tests' types know nothing. */
interface Selectable {
  setSelectionRange(from: number, to: number): void
}

const MASKED = '[yer] su borusu [tarih] günü değiştirildi.'
const VAGUE = 'Söz konusu boru en kısa sürede değiştirilecektir.'
const TEXT = 'Su borumuz patladı. Tamir edilmesini istiyorum. Su ne zaman gelecek?'

/** Two petitions on one subject; the answer of the first was given. */
async function two() {
  const { subjects } = await Catalogue.of((await officer('tarim')).authorityId)
  const subject = subjects.find(({ sensitive }) => !sensitive)!
  const before = await referredTo('TAR', { name: 'Ayşe Deneme', subject })
  await (await Answer.draftFor(before)).submit(GRANTED, await officer('tarim'))
  await (await Answer.draftFor(before)).approve(await officer('tarim.amir'))
  return { before, now: await referredTo('TAR', { subject, text: TEXT }) }
}

/** The first example, without anybody's scrolling. */
const SEEN = `{
  const { top, bottom } = document.querySelector('#examples article').getBoundingClientRect()
  top >= 0 && bottom <= innerHeight
}`

test.group('Beside a draft', (group) => {
  emptied(group)

  test('one key brings the examples, and one takes the best of them in at the cursor', async ({
    assert,
    browserContext,
  }) => {
    const { before, now } = await two()
    await AnswerExample.release(before, await officer('tarim.amir'), MASKED)
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${now.number}`)
    const answer = page.locator('[name="draft-text"]')
    await answer.fill('Önce. Sonra.')
    await answer.evaluate((one: Selectable) => one.setSelectionRange(5, 5))
    await answer.focus()
    await page.keyboard.press('F9')
    await page.getByText(MASKED).waitFor()
    await eventually(() => page.evaluate<boolean>(SEEN))
    await page.keyboard.press('F9')
    await page.getByText(says('response.examples.inserted')).waitFor()
    assert.equal(await answer.inputValue(), `Önce.\n\n${MASKED} Sonra.`)
    await inspectShown(page, assert)
  })

  test('findings and the list of what is asked come as parts of the page', async ({
    assert,
    browserContext,
  }) => {
    const { now } = await two()
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${now.number}`)
    await page.locator('[name="draft-text"]').fill(VAGUE)
    await page.getByRole('button', { name: says('response.checks.look') }).click()
    await page.locator('#findings mark').first().waitFor()
    await page.getByRole('link', { name: says('response.wants.title') }).click()
    await page.locator('#wants input[type=checkbox]').first().check()
    await page.getByRole('button', { name: says('response.wants.submit') }).click()
    await page.locator('#wants [name^="answered-"]').waitFor()
    assert.equal(await page.locator('[name="draft-text"]').inputValue(), VAGUE)
    await inspectShown(page, assert)

    await page.locator('[name="draft-outcome"][value="granted"]').check()
    await page.locator('button[value=submit]').click()
    await page.locator('#why_promises').waitFor()
    await inspectShown(page, assert)
    for (const sort of ['asked', 'official', 'promises']) {
      await page.locator(`#why_${sort}`).fill('Boru hazır, ekip bekleniyor.')
    }
    await page.locator('button[value=submit]').click()
    await page.getByText(says('response.flash.submitted', { number: now.shownNumber })).waitFor()
  })

  test('the head’s pages are valid, accessible and fit a telephone', async ({
    assert,
    browserContext,
  }) => {
    const { before, now } = await two()
    await signedIn(browserContext, await officer('tarim.amir'))
    const page = await browserContext.newPage()
    await inspect(page, `/birim/ornekler/${before.number}`, assert)
    await AnswerExample.release(before, await officer('tarim.amir'), MASKED)
    await inspect(page, '/birim/ornekler', assert)
    await inspect(page, `/dosya/${now.number}/cevap/istenenler`, assert)
  })
})
