import { test } from '@japa/runner'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { ONE, ordinary, OTHER } from '#tests/support/response/assisted'
import * as standIn from '#tests/support/response/stand_in'
import { StandIn } from '#tests/support/response/stand_in'
import { signedIn } from '#tests/support/signed_in'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`
const TEXT = '[name="draft-text"]'

test.group('A proposal on the card', (group) => {
  emptied(group)

  test('comes behind what was written, and each paragraph is confirmed beside the text', async (context) => {
    const { assert, browserContext } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(`${ONE}\n\n${OTHER}`)
    const petition = await ordinary()
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}`)
    await page.locator(TEXT).fill('Önce benim sözüm.')
    await page.getByRole('button', { name: says('response.assisting.ask') }).click()
    await page.getByText(says('response.assisting.how.given')).waitFor()
    assert.equal(await page.locator(TEXT).inputValue(), `Önce benim sözüm.\n\n${ONE}\n\n${OTHER}`)
    await inspectShown(page, assert)

    const confirm = page.getByRole('button', { name: says('response.assisting.confirm') })
    assert.equal(await confirm.count(), 2)
    await confirm.first().click()
    await page.getByText(says('response.assisting.unconfirmed', { count: 1 })).waitFor()
    await page.locator(TEXT).fill('Kendi sözlerim.')
    await page.getByRole('button', { name: says('response.assisting.lookAgain') }).click()
    await page.getByText(says('response.assisting.allRead')).waitFor()
    assert.equal(await page.locator(TEXT).inputValue(), 'Kendi sözlerim.')
    await inspectShown(page, assert)
  })

  test('comes without a script as well', async (context) => {
    const { assert, browser } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(ONE)
    const petition = await ordinary()
    const plain = await browser.newContext({ baseURL: HOME, javaScriptEnabled: false })
    context.cleanup(() => plain.close())
    await signedIn(plain, await officer('tarim'))
    const page = await plain.newPage()
    await page.goto(`/dosya/${petition.number}`)
    await page.getByRole('button', { name: says('response.assisting.ask') }).click()
    assert.equal(await page.locator(TEXT).inputValue(), ONE)
    await page.getByRole('button', { name: says('response.assisting.confirm') }).click()
    await page.getByText(says('response.assisting.allRead')).waitFor()
    assert.equal(await page.locator(TEXT).inputValue(), ONE)
  })

  test('has a page for the IT officer', async (context) => {
    const { assert, browserContext } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.says(200, '{"data":[]}')
    await signedIn(browserContext, await officer('bilgiislem'))
    const page = await browserContext.newPage()
    await inspect(page, '/taslak-yardimcisi', assert)
    await page.getByText(says('response.assisting.page.how.there')).waitFor()
  })
})
