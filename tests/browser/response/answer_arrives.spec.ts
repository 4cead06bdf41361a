import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import { AnswerDelivery, Petition, Step } from '#intake'
import type { Officer } from '#organisation'
import { Answer } from '#response'
import { Referral } from '#routing'
import { shortDate, today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { GRANTED, officer, unit } from '#tests/support/journey'
import { inspectShown } from '#tests/support/pages'
import { details } from '#tests/support/petitions'
import { answered } from '#tests/support/response/answered'
import { resultPage } from '#tests/support/result_page'
import { signedIn } from '#tests/support/signed_in'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`
const DAY = shortDate(today())
const VAGUE = 'Yolunuz en kısa sürede onarılacaktır.'

const leaves = (page: Page, act: () => Promise<unknown>) =>
  Promise.all([page.waitForNavigation(), act()])
const press = (page: Page, name: string, at = 0) =>
  leaves(page, () => page.getByRole('button', { name, exact: true }).nth(at).click())

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  const looks = (page: Page, assert: Parameters<typeof inspectShown>[1]) =>
    javaScriptEnabled ? inspectShown(page, assert) : null

  async function pageOf(browser: Browser, who: Officer, cleanup: (undo: () => void) => void) {
    const context = await browser.newContext({ baseURL: HOME, javaScriptEnabled })
    cleanup(() => void context.close())
    await signedIn(context, who)
    return context.newPage()
  }

  test.group(`An answer on its way, ${how} scripts`, (group) => {
    emptied(group)
    group.each.timeout(60_000)

    test('is approved, opened with its letter, and from then on has reached somebody', async ({
      assert,
      browser,
      cleanup,
    }) => {
      const { petition, secret } = await Petition.receive(details())
      await Referral.make(petition, await unit('TAR'), await officer('sef'))
      await (await Answer.draftFor(petition)).submit(GRANTED, await officer('tarim'))
      const head = await pageOf(browser, await officer('tarim.amir'), cleanup)
      await head.goto(`/dosya/${petition.number}/onay`)
      await press(head, says('response.approve.submit'))
      const step = (await Step.thatConcluded(await Petition.findOrFail(petition.id)))!
      assert.isEmpty(await AnswerDelivery.of(step.id))

      const { citizen } = await resultPage(browser, petition, secret, { javaScriptEnabled })
      cleanup(() => void citizen.context().close())
      assert.include(await citizen.locator('main').innerText(), GRANTED.text)
      await looks(citizen, assert)
      const [delivery] = await AnswerDelivery.of(step.id)
      assert.deepInclude(delivery!.serialize(), { way: 'lookUp', reachedOn: today().toISODate() })
      const letter = citizen.getByRole('link', { name: says('intake.answerLetter.open') })
      const pdf = await citizen.context().request.get(HOME + (await letter.getAttribute('href'))!)
      assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')
    })

    test('is handed over against a signature', async ({ assert, browser, cleanup }) => {
      const { petition, step } = await answered()
      const page = await pageOf(browser, await officer('masa'), cleanup)
      await page.goto(`/dosya/${petition.number}/ulasma`)
      await page.getByText(says('notification.post.counter'), { exact: true }).click()
      await page.fill('#day-counter', DAY)
      await press(page, says('notification.post.save'))
      await looks(page, assert)
      const [delivery] = await AnswerDelivery.of(step.id)
      assert.equal(delivery!.way, 'counter')
    })

    test('goes by post with a label, comes back, and goes to another address', async ({
      assert,
      browser,
      cleanup,
    }) => {
      const { petition, step } = await answered()
      const page = await pageOf(browser, await officer('masa'), cleanup)
      await page.goto('/masa/postalanacaklar')
      await looks(page, assert)
      const labels = page.getByRole('link', { name: says('notification.post.labels') })
      await leaves(page, () => labels.click())
      await page.emulateMedia({ media: 'print' })
      assert.include(await page.locator('.labels__label').innerText(), 'Zeytinli Mahallesi')
      assert.isFalse(await page.locator('h1').isVisible(), 'labels alone are printed')
      await page.emulateMedia({ media: 'screen' })
      await page.goto(`/dosya/${petition.number}/ulasma`)
      await page.fill('form[action*="/mektuplar/"] [name=day]', DAY)
      await press(page, says('notification.post.send'))
      await page.getByText(says('notification.post.back'), { exact: true }).click()
      const back = page.locator('form[action$="/geri-geldi"]')
      await back.locator('[name=day]').fill(DAY)
      await back.locator('[name=fault][value=moved]').check()
      await back.locator('[name=next][value=address]').check()
      await back.locator('[name=address]').fill('Akçay Mahallesi, Edremit')
      await leaves(page, () => back.getByRole('button').click())
      await looks(page, assert)
      const states = await db.from('posted_letters').orderBy('attempt').select('state')
      assert.deepEqual(
        states.map(({ state }) => state),
        ['returned', 'waiting']
      )
      await page.goto('/masa/postalanacaklar/etiketler')
      assert.include(await page.locator('.labels__label').innerText(), 'Akçay Mahallesi')
      assert.isEmpty(await AnswerDelivery.of(step.id))
    })

    test('is corrected by a second one, looked at, kept and approved', async ({
      assert,
      browser,
      cleanup,
    }) => {
      const { petition, secret } = await answered()
      const page = await pageOf(browser, await officer('tarim'), cleanup)
      const at = `/dosya/${petition.number}/cevap-duzeltme`
      await page.goto(at)
      const text = page.locator('[name="replaceAnswer-text"]')
      await text.fill(VAGUE)
      if (javaScriptEnabled) await page.waitForSelector('[data-kept="kept"]')
      else await press(page, says('response.draft.save'))
      await page.goto(at)
      assert.equal(await text.inputValue(), VAGUE)
      await looks(page, assert)
      await page.fill('[name="replaceAnswer-because"]', 'Gün yanlıştı.')
      await press(page, says('response.replacement.submit'))
      await page.fill('[name="replaceAnswer-why_promises"]', 'Gün henüz belli değil.')
      await looks(page, assert)
      await press(page, says('response.replacement.submit'))
      assert.isNotNull((await db.from('draft_sittings').firstOrFail()).closed_at)

      const head = await pageOf(browser, await officer('tarim.amir'), cleanup)
      await head.goto(at)
      assert.include(await head.locator('main').innerText(), 'Gün henüz belli değil.')
      await looks(head, assert)
      await press(head, says('response.replacement.give'))
      const { citizen } = await resultPage(browser, petition, secret, { javaScriptEnabled })
      cleanup(() => void citizen.context().close())
      // The first one stands folded up beside it.
      const shown = (await citizen.locator('main').textContent())!
      for (const words of [VAGUE, GRANTED.text]) assert.include(shown, words)
      await looks(citizen, assert)
    })
  })
}
