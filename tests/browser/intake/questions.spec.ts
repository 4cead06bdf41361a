import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Petition } from '#intake'
import { district } from '#tests/support/databases/district'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { Chromium } from '#tests/support/programs/chromium'
import { signedIn } from '#tests/support/signed_in'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`
const SUBMIT = 'form[action="/basvuru"] .button--large[type=submit]'
const SUBJECT = 'egitim.kayit-nakil'
const ANSWER = 'Cumhuriyet Ortaokulu'

async function names() {
  const catalogue = await district()
  const questions = catalogue.questionsOf(catalogue.subjectByCode(SUBJECT))
  return questions.map(({ inputName }) => inputName) as [string, string]
}

async function fillIn(page: Page) {
  await page.fill('[name=text]', 'Kızımı başka okula almak istiyorum.')
  await page.fill('[name=name]', 'Ayşe Deneme')
  await page.check('[name=noNationalId]')
  await page.fill('[name=phone]', '0500 012 34 56')
}

async function kept() {
  return (await Petition.query().orderBy('id', 'desc').firstOrFail()).particularsIn('tr')
}

test.group('The questions of a subject, in a browser', (group) => {
  emptied(group)

  test('come with the form without scripts, have the focus, and lose nothing', async ({
    assert,
    browser,
  }) => {
    const [school] = await names()
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${HOME}/basvuru`)
    await fillIn(page)
    await page.selectOption('[name=subject]', SUBJECT)
    await page.click(SUBMIT)
    await page.waitForSelector('#asking:focus')
    assert.equal(await page.inputValue('[name=name]'), 'Ayşe Deneme')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector(`#${school}:target`)
    await page.click(SUBMIT)
    await page.waitForSelector('.problems:focus')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.fill(`#${school}`, ANSWER)
    await page.click(SUBMIT)
    await page.waitForSelector('[data-number]')
    assert.deepEqual(await kept(), [{ label: 'Hangi okul?', value: ANSWER }])
    await context.close()
  })

  test('stand below it as it is chosen by keyboard, and keep what was answered', async ({
    assert,
    cleanup,
  }) => {
    const [school, year] = await names()
    const browser = await Chromium.launch({})
    cleanup(() => browser.close())
    const page = await browser.newPage()
    await page.goto(`${HOME}/basvuru`)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/sorular')) asked.push(request.postData() ?? '')
    })
    await fillIn(page)
    await page.selectOption('[name=subject]', 'tapu.devir')
    assert.lengthOf(asked, 0, 'a subject without questions asks nobody')
    await page.focus('[name=subject]')
    await page.keyboard.type('Okul kay')
    await page.waitForSelector(`#${school}`)
    assert.equal(
      await page.textContent('[data-questions] [role=status]'),
      'Bu konu için 2 sorumuz daha var.'
    )
    await inspectShown(page, assert)
    await page.focus('[name=subject]')
    await page.keyboard.press('Tab')
    await page.keyboard.type(ANSWER)
    await page.keyboard.press('Tab')
    await page.keyboard.type('5')
    assert.equal(await page.inputValue(`#${year}`), '5–8. sınıf')
    await page.selectOption('[name=subject]', 'tapu.kadastro')
    await page.waitForSelector('text=Ada ve parsel numarası')
    await page.selectOption('[name=subject]', '')
    await page.waitForSelector('[data-questions] [role=status]:empty', { state: 'attached' })
    await page.selectOption('[name=subject]', SUBJECT)
    await page.waitForSelector(`#${school}`)
    assert.equal(await page.inputValue(`#${school}`), ANSWER)
    assert.isTrue(
      asked.every((one) => !one.includes('Ay%C5%9Fe')),
      'nobody else is told who asks'
    )
    await page.click(SUBMIT)
    await page.waitForSelector('[data-number]')
    assert.deepEqual(
      (await kept()).map(({ value }) => value),
      [ANSWER, '5–8. sınıf']
    )
  })

  test('are asked at the desk, and the answers stand on the card', async ({
    assert,
    browserContext,
  }) => {
    const [school] = await names()
    await signedIn(browserContext, await officer('sef'))
    const page = await browserContext.newPage()
    await page.goto('/masa/yeni')
    await page.fill('[name=text]', 'Okul nakli istiyor.')
    await page.selectOption('[name=subject]', SUBJECT)
    await page.fill(`#${school}`, ANSWER)
    await inspectShown(page, assert)
    await page.click('form[action="/masa/yeni"] .button:not(.button--quiet)')
    await page.click('[name=readOut]')
    await page.waitForSelector('[data-number]')
    const { number } = await Petition.query().firstOrFail()
    await inspect(page, `/dosya/${number}`, assert)
    assert.equal(await page.textContent('.card__main dd.card__note'), ANSWER)
  })
})
