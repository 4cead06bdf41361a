import db from '@adonisjs/lucid/services/db'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Petition } from '#intake'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { inspectShown } from '#tests/support/pages'
import { details } from '#tests/support/petitions'
import { signedIn } from '#tests/support/signed_in'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`
const TEXT = 'Zeytinli mahallesinde sokak köpekleri çocuklara saldırıyor.'
const HERS = {
  name: 'Işıl Şenyurt',
  phone: PhoneNumber.parse('0500 012 34 56'),
  nationalId: NationalId.parse('12345678950'),
  address: 'Zeytinli Mahallesi 4, Edremit',
}

async function newest() {
  return Petition.query().orderBy('id', 'desc').preload('petitioner').firstOrFail()
}

/** Waits for the answer to a key, whatever page it gives. */
async function pressed(page: Page, key: string, focus: string) {
  await page.keyboard.press(key)
  await page.waitForSelector(`${focus}:focus`)
}

/** Held against what every page must keep; on paper a button loses the focus. */
async function inspected(page: Page, assert: Assert, focus: string) {
  await inspectShown(page, assert)
  await page.focus(focus)
}

test.group('A walk-in by keyboard alone', (group) => {
  emptied(group)

  test('of somebody who is known takes over what was compared, and is read back', async ({
    assert,
    browserContext,
  }) => {
    await Petition.receive(details(HERS))
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    await page.goto('/masa/yeni')
    await page.waitForSelector('#person:focus')
    await page.keyboard.type('5000123456')
    await pressed(page, 'Enter', '[name=identity]')
    await inspected(page, assert, '[name=identity]')
    await pressed(page, 'Enter', '[name=take]')
    await inspected(page, assert, '[name=take]')
    await pressed(page, 'Enter', '#text')
    await page.keyboard.type(TEXT)
    await page.waitForSelector('#proposal')
    await page.keyboard.press('F9')
    assert.equal(await page.inputValue('#place'), 'Zeytinli Mahallesi')
    await inspected(page, assert, '#text')
    await pressed(page, 'F2', '[name=readOut]')
    await inspected(page, assert, '[name=readOut]')
    await pressed(page, 'Enter', '[data-print]')
    const { petitioner, kind, subjectId, place } = await newest()
    assert.equal(petitioner.name, HERS.name)
    assert.equal(petitioner.address, HERS.address)
    assert.deepEqual([kind, place], ['complaint', 'Zeytinli Mahallesi'])
    assert.isNotNull(subjectId)
    assert.lengthOf(await db.from('read_backs'), 1)
    const check = await db.from('identity_checks').firstOrFail()
    assert.equal(check.brought_id, (await newest()).id)
  })

  test('of somebody who is new goes on behind what was looked for', async ({
    assert,
    browserContext,
  }) => {
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    await page.goto('/masa/yeni')
    await page.waitForSelector('#person:focus')
    await page.keyboard.type('5000123456')
    await pressed(page, 'Enter', '#name')
    await page.keyboard.type('Veli Deneme')
    await pressed(page, 'F2', '#text')
    await page.keyboard.type(TEXT)
    await pressed(page, 'F2', '[name=readOut]')
    await pressed(page, 'Enter', '[data-print]')
    const { petitioner, place } = await newest()
    assert.equal(petitioner.phone, '+905000123456')
    assert.equal(petitioner.name, 'Veli Deneme')
    assert.equal(place, 'Zeytinli Mahallesi')
  })

  test('chooses among three people of one telephone by arrow', async ({
    assert,
    browserContext,
  }) => {
    for (const name of ['Işıl Şenyurt', 'Veli Deneme', 'Can Örnek']) {
      await Petition.receive(details({ ...HERS, nationalId: null, name }))
    }
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    await page.goto('/masa/yeni')
    await page.waitForSelector('#person:focus')
    await page.keyboard.type('5000123456')
    await pressed(page, 'Enter', '[name=line]')
    await inspected(page, assert, '[name=line]')
    await page.keyboard.press('ArrowDown')
    await pressed(page, 'Tab', '[name=identity]')
    await pressed(page, 'Enter', '[name=take]')
    assert.include(await page.textContent('.person'), 'Veli Deneme')
  })

  test('shows the unit complained about for a complaint alone, and its keys when asked', async ({
    assert,
    browserContext,
  }) => {
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    await page.goto('/masa/yeni')
    assert.isFalse(await page.isVisible('#complained'))
    await page.check('[name=kind][value=complaint]')
    assert.isTrue(await page.isVisible('#complained'))
    await page.selectOption('#complained', 'TAR')
    await page.check('[name=kind][value=request]')
    assert.isTrue(await page.isVisible('#complained'), 'what was chosen is not hidden')
    await page.focus('#text')
    await page.keyboard.type('?')
    assert.isFalse(await page.isVisible('.keys__list'))
    await page.keyboard.press('Shift+F2')
    assert.isTrue(await page.isVisible('.keys__list'))
    await inspectShown(page, assert)
    await page.keyboard.type('?')
    assert.isFalse(await page.isVisible('.keys__list'))
  })

  test('is parked by a key and gone on with', async ({ assert, browserContext }) => {
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    await page.goto('/masa/yeni')
    await page.waitForSelector('#person:focus')
    await pressed(page, 'Enter', '#text')
    await page.keyboard.type('Yarım kalan söz')
    await page.keyboard.press('F4')
    await page.waitForSelector('.note--good')
    await page.click('a[href="/masa/yeni/bekleyen"]')
    await page.waitForSelector('.parked')
    await inspectShown(page, assert)
    await page.keyboard.press('Tab')
    await page.click('.parked button')
    await page.waitForSelector('#text:focus')
    assert.equal(await page.inputValue('#text'), 'Yarım kalan söz')
  })

  test('goes the same way without scripts', async ({ assert, browser }) => {
    await Petition.receive(details(HERS))
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: HOME })
    await signedIn(context, await officer('masa'))
    const page = await context.newPage()
    await page.goto('/masa/yeni')
    assert.isTrue(await page.isVisible('#complained'))
    await page.keyboard.type('0500 012 34 56')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[name=identity]:focus')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[name=take]:focus')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#text:focus')
    await page.keyboard.type(TEXT)
    await page.click('.desk .button:not(.button--quiet)')
    await page.waitForSelector('[name=readOut]:focus')
    assert.include(await page.textContent('.reading'), 'Sokak hayvanları')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-number]')
    assert.equal((await newest()).petitioner.name, HERS.name)
    await context.close()
  })
})
