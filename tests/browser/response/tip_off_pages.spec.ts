import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Answer } from '#response'
import { Referral } from '#routing'
import { emptied } from '#tests/support/database'
import { GRANTED, officer, readAtTheDesk, unit } from '#tests/support/journey'
import { assertValid, inspect, inspectShown } from '#tests/support/pages'
import { details } from '#tests/support/petitions'
import { resultPage } from '#tests/support/result_page'
import { signedIn } from '#tests/support/signed_in'
import { ask } from '../../../app/response/clarifying/ask.ts'
import { passOn } from '../../../app/response/clarifying/pass_on.ts'

const ASKS = 'Kamyon hangi gün geldi?'

test.group('The pages of a tip-off', (group) => {
  emptied(group)

  test('are valid, accessible and fit a telephone and paper', async ({
    assert,
    browser,
    browserContext,
  }) => {
    const { petition, secret } = await Petition.receive(details({ kind: 'tipOff' }))
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    await signedIn(browserContext, masa)
    const page = await browserContext.newPage()
    const path = `/dosya/${petition.number}`
    await inspect(page, `${path}/karartma`, assert)
    await readAtTheDesk(petition)
    await Referral.make(petition, await unit('TAR'), masa)
    await ask(petition, tarim, ASKS)
    for (const one of ['/masa', path]) await inspect(page, one, assert)
    await passOn(petition, masa, ASKS)

    const { citizen, html } = await resultPage(browser, petition, secret)
    await assertValid(assert, html)
    assert.isTrue(await citizen.locator('[name=words]').isVisible(), 'the question opens the form')
    await inspectShown(citizen, assert)
    await citizen.context().close()

    await (await Answer.draftFor(petition)).submit(GRANTED, tarim)
    await (await Answer.draftFor(petition)).approve(await officer('tarim.amir'))
    await inspect(page, `${path}/mektup`, assert)
  })
})
