import { test } from '@japa/runner'
import { Petition } from '#intake'
import { PhoneNumber } from '#shared/typed/phone_number'
import { emptied } from '#tests/support/database'
import { officer, referredTo } from '#tests/support/journey'
import { inspectShown } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

const phone = PhoneNumber.parse('0500 012 34 56')!

test.group('The counter', (group) => {
  emptied(group)

  test('is reached from a search by one key, and left by keys alone', async ({
    assert,
    browserContext,
  }) => {
    const petition = await referredTo('TAR', { phone })
    await signedIn(browserContext, await officer('masa'))
    const page = await browserContext.newPage()
    await page.goto('/hesap')
    await page.keyboard.press('/')
    await page.waitForSelector('#bul:focus')
    await page.keyboard.type(petition.number)
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-counter]')
    await inspectShown(page, assert)
    await page.keyboard.press('g')
    await page.waitForURL(`**/dosya/${petition.number}/gise`)
    // The document that is seen most often has the focus.
    await page.waitForSelector('button[value="idCard"]:focus')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#added:focus')
    await page.keyboard.type('Kapak da kırık.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/dosya/${petition.number}`)
    const after = await Petition.findOrFail(petition.id)
    assert.equal(after.stage, 'routed')
    assert.equal(after.unreadBy, 'charge')
    // The same key on the file of it.
    await page.keyboard.press('g')
    await page.waitForURL(`**/dosya/${petition.number}/gise`)
    await page.waitForSelector('button[value="idCard"]:focus')
    await inspectShown(page, assert)
    await page.click('button[value="passport"]')
    await page.waitForSelector('#added:focus')
    await inspectShown(page, assert)
  })
})
