import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Petition } from '#intake'
import { Forwarding } from '#routing'
import { shortDate, today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { officer, received, unit } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

/** With Tab alone to where somebody writes, and with the keys that they write. */
async function write(page: Page, field: string, words: string) {
  await reach(page, `#${field}`)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
}

async function reach(page: Page, selector: string) {
  for (let tries = 0; tries < 60; tries++) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} cannot be reached`)
}

test.group('A forwarding by keyboard', (group) => {
  emptied(group)

  test('gets its number, is sent and answered, without a pointer or a script', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const masa = await officer('masa')
    const petition = await received()
    await Forwarding.make(petition, await unit('BEL'), masa, { documentNumber: null, text: null })
    await signedIn(browserContext, masa)
    const page = await visit('/gonderilenler')
    await inspect(page, '/gonderilenler', assert)
    await reach(page, `#p${petition.number}`)
    await page.keyboard.press('Enter')
    await page.waitForURL(/ust-yazi$/)
    await inspect(page, `/dosya/${petition.number}/ust-yazi`, assert)

    const day = shortDate(today())
    await write(page, 'document_number', 'E-42/17')
    await write(page, 'document_date', day)
    await write(page, 'signatory', 'Ali Örnek')
    await page.keyboard.press('Enter')
    await page.getByText(says('routing.forwarding.now.sending')).waitFor()

    await reach(page, '#sent_by')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText(says('routing.problems.reference.required')).first().waitFor()
    await inspectShown(page, assert)
    await write(page, 'reference', 'KEP-2026/88')
    await page.keyboard.press('Enter')
    await page.getByText(says('routing.forwarding.now.answer')).waitFor()

    await reach(page, '#ending')
    await page.keyboard.press('Space')
    await write(page, 'answered_on', day)
    await write(page, 'text', 'Yola bakıldı.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText(says('routing.forwarding.now.nothing')).waitFor()
    const { stage, outcome } = await Petition.findOrFail(petition.id)
    assert.deepEqual([stage, outcome], ['concluded', 'forwarded'])
  }).timeout(60_000)
})
