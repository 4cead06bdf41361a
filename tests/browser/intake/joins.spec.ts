import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Petition } from '#intake'
import { Catalogue, Subject } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { inspectShown } from '#tests/support/pages'
import { details } from '#tests/support/petitions'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`
const SUBMIT = 'form[action="/basvuru"] .button--large[type=submit]:not([name=join])'
const PLACE = 'Akçay Mahallesi'
const MINE = 'Akçay’da lambalar yanmıyor, sokak karanlık.'

async function told() {
  const subject = await Subject.findOrFail((await district()).subjects[0]!.id)
  await subject.merge({ joinable: true, sensitive: false }).save()
  Catalogue.forget()
  const text = 'Sokak lambaları üç gündür yanmıyor, gece her yer karanlık.'
  for (const at of [10, 11, 12]) {
    const phone = PhoneNumber.parse(`0500 012 34 ${at}`)
    await Petition.receive(details({ subject, place: PLACE, phone, text: `${text} ${at}` }))
  }
  return subject
}

async function offered(page: Page, subject: Subject) {
  await page.goto(`${HOME}/basvuru`)
  await page.fill('[name=text]', MINE)
  await page.selectOption('[name=subject]', subject.code)
  await page.fill('[name=place]', PLACE)
  await page.fill('[name=name]', 'Mehmet Deneme')
  await page.check('[name=noNationalId]')
  await page.fill('[name=phone]', '0500 012 34 56')
  await page.click(SUBMIT)
  await page.waitForSelector('[name=join]')
}

test.group('Somebody has the same problem, in a browser', (group) => {
  emptied(group)

  for (const javaScriptEnabled of [true, false]) {
    test(`and joins it, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      assert,
      browser,
    }) => {
      const subject = await told()
      const context = await browser.newContext({ javaScriptEnabled })
      const page = await context.newPage()
      await offered(page, subject)
      await page.waitForSelector('#warnings:focus')
      assert.include(await page.innerText('#warnings'), 'en az 3 kişi')
      if (javaScriptEnabled) await inspectShown(page, assert)
      // From the warning the first stop of the keyboard is the button.
      await page.keyboard.press('Tab')
      assert.equal(await page.evaluate('document.activeElement.name'), 'join')
      await page.keyboard.press('Enter')
      await page.waitForSelector('[data-number]')
      if (javaScriptEnabled) await inspectShown(page, assert)
      const [number, secret] = [
        await page.getAttribute('[data-number]', 'data-number'),
        await page.getAttribute('[data-secret]', 'data-secret'),
      ]
      await page.goto(`${HOME}/sorgula`)
      await page.fill('[name=number]', number!)
      await page.fill('[name=secret]', secret!)
      await page.click('form[action="/sorgula"] button')
      await page.waitForSelector('form[action="/sorgula/katilimdan-cik"]', { state: 'attached' })
      if (javaScriptEnabled) await inspectShown(page, assert)
      await page.click('summary')
      await page.click('form[action="/sorgula/katilimdan-cik"] button')
      await page.waitForSelector('[role=status]')
      assert.lengthOf(await db.from('petition_joins').whereNotNull('withdrawn_at'), 1)
      assert.lengthOf(await db.from('petitions'), 3)
      await context.close()
    })
  }

  test('and sends their own by the Enter key and by the other button', async ({
    assert,
    browser,
  }) => {
    const subject = await told()
    const context = await browser.newContext()
    const page = await context.newPage()
    await offered(page, subject)
    assert.equal(await page.inputValue('[name=text]'), MINE)
    await page.focus('[name=name]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-number]')
    assert.isEmpty(await db.from('petition_joins'))
    assert.lengthOf(await db.from('petitions'), 4)
    await context.close()
  })
})
