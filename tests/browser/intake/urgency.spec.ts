import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Chromium } from '#tests/support/programs/chromium'
import { emptied } from '#tests/support/database'
import { inspect, inspectShown } from '#tests/support/pages'
import { details } from '#tests/support/petitions'
import { signedIn } from '#tests/support/signed_in'
import { officer } from '#tests/support/journey'

const BEATEN = 'Kocam az önce beni yine dövdü, kapıyı kilitledim.'
const HOME = `http://${process.env.HOST}:${process.env.PORT}`
const SUBMIT = 'form[action="/basvuru"] .button--large[type=submit]'

test.group('A text that cannot wait, in a browser', (group) => {
  emptied(group)

  test('says while somebody writes whom to call, and is sent by one press', async ({
    assert,
    cleanup,
  }) => {
    const browser = await Chromium.launch({})
    cleanup(() => browser.close())
    const page = await browser.newPage()
    await page.goto(`${HOME}/basvuru`)
    const addresses: string[] = []
    page.on('request', (request) => void addresses.push(request.url()))
    await page.fill('[name=text]', BEATEN)
    await page.waitForSelector('#warnings a[href="tel:112"]')
    assert.isTrue(addresses.every((one) => !decodeURIComponent(one).includes('Kocam')))
    await inspectShown(page, assert)
    await page.fill('[name=name]', 'Ayşe Deneme')
    await page.check('[name=noNationalId]')
    await page.fill('[name=phone]', '0500 012 34 56')
    await page.click(SUBMIT)
    await page.waitForSelector('[data-number]')
    assert.lengthOf(await db.from('petitions').where('urgency', 'atOnce'), 1)
  })

  test('has a way out that leaves no page behind', async ({ assert, cleanup }) => {
    const browser = await Chromium.launch({})
    cleanup(() => browser.close())
    const page = await browser.newPage()
    await page.route('https://**', (route) => route.fulfill({ body: 'Hava durumu' }))
    await page.goto('about:blank')
    await page.goto(`${HOME}/basvuru`)
    await page.fill('[name=text]', BEATEN)
    await page.waitForSelector('#warnings [data-exit]')
    const before = await page.evaluate('history.length')
    await page.click('[data-exit]')
    await page.waitForURL('https://**')
    assert.equal(await page.evaluate('history.length'), before)
    await page.goBack()
    assert.equal(page.url(), 'about:blank')
  })

  test('asks once without scripts, keeps everything, and has the focus', async ({
    assert,
    cleanup,
  }) => {
    const browser = await Chromium.launch({})
    cleanup(() => browser.close())
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(`${HOME}/basvuru`)
    await page.fill('[name=text]', BEATEN)
    await page.fill('[name=name]', 'Ayşe Deneme')
    await page.check('[name=noNationalId]')
    await page.fill('[name=phone]', '0500 012 34 56')
    await page.click(SUBMIT)
    await page.waitForSelector('#warnings:focus')
    assert.equal(await page.inputValue('[name=name]'), 'Ayşe Deneme')
    await page.click(SUBMIT)
    await page.waitForSelector('[data-number]')
  })

  test('stands on the card with its clock and what ends it', async ({ browserContext, assert }) => {
    const { petition } = await Petition.receive(details({ text: BEATEN }))
    await signedIn(browserContext, await officer('sef'))
    const page = await browserContext.newPage()
    await inspect(page, `/dosya/${petition.number}`, assert)
    await inspect(page, '/masa', assert)
  })
})
