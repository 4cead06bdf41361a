import { test } from '@japa/runner'
import type { Page } from 'playwright'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { merge, Petition } from '#intake'
import { WaveRounds } from '#response'
import { PhoneNumber } from '#shared/typed/phone_number'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { details } from '#tests/support/petitions'
import { signedIn } from '#tests/support/signed_in'
import { atUnit } from '#tests/support/waves/at_unit'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`
const PLAIN = 'Devletin hane başına verdiği böyle bir destek yoktur. Listeye kimse yazılmaz.'

const press = (page: Page, name: string) =>
  Promise.all([page.waitForNavigation(), page.getByRole('button', { name }).click()])

test.group('A wave at the screen', (group) => {
  emptied(group)

  test('is kept and not sent on where its own button for that has the focus', async ({
    assert,
    browserContext,
  }) => {
    const { wave } = await atUnit()
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/birim/dalgalar/${wave.id}`)
    await page.selectOption('[name=outcome]', 'informed')
    await page.fill('[name=text]', `{numara}: ${PLAIN}`)
    const keeps = page.getByRole('button', { name: says('response.draft.save') })
    await Promise.all([page.waitForNavigation(), keeps.press('Control+Enter')])
    const [answer] = await db.from('wave_answers')
    assert.include(answer.text, PLAIN)
    assert.isNull(answer.submitted_at)
  })

  test('leads from the first keys to its answer', async ({ assert, browserContext }) => {
    const { wave } = await atUnit()
    await signedIn(browserContext, await officer('tarim'))
    const page = await browserContext.newPage()
    await page.goto(`/birim/dalgalar/${wave.id}`)
    for (const key of ['Tab', 'Tab', 'Enter', 'Tab']) await page.keyboard.press(key)
    assert.equal(await page.evaluate('document.activeElement.name'), 'outcome')
  })

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without'

    test(`is written, approved once, stopped and gone on with, ${how} scripts`, async ({
      assert,
      browser,
      cleanup,
    }) => {
      const { wave } = await atUnit()
      const context = await browser.newContext({ baseURL: HOME, javaScriptEnabled })
      cleanup(() => context.close())
      const page = await context.newPage()
      await signedIn(context, await officer('tarim'))
      if (javaScriptEnabled) await inspect(page, '/birim/dalgalar', assert)
      else await page.goto('/birim/dalgalar')
      await Promise.all([page.waitForNavigation(), page.locator('.rows__link').click()])
      if (javaScriptEnabled) await inspectShown(page, assert)
      await page.selectOption('[name=outcome]', 'informed')
      await page.fill('[name=text]', `${PLAIN} Numaranız 12345678950.`)
      await press(page, says('response.draft.submit'))
      assert.equal(await page.locator('#found').count(), 1)
      if (javaScriptEnabled) await inspectShown(page, assert)
      await page.fill('[name=text]', `{numara}: ${PLAIN}`)
      await press(page, says('response.draft.submit'))

      await signedIn(context, await officer('tarim.amir'))
      await page.goto(`/birim/dalgalar/${wave.id}`)
      if (javaScriptEnabled) await inspectShown(page, assert)
      await press(page, says('response.waves.approve'))
      await press(page, says('response.waves.stop'))
      assert.equal(await page.getByText(says('response.waves.stoppedNow')).count(), 1)
      if (javaScriptEnabled) await inspectShown(page, assert)
      await new WaveRounds(logger, 0).all()
      assert.isEmpty(await db.from('answers'))
      await press(page, says('response.waves.resume'))
      await new WaveRounds(logger, 0).all()
      // With scripts the page follows by itself; without them its link does.
      if (javaScriptEnabled) await page.waitForSelector('#given:not([hx-get])')
      else await page.getByRole('link', { name: says('response.waves.look') }).click()
      await page.waitForSelector('progress')
      const { given_to: all } = await db.from('wave_answers').firstOrFail()
      assert.equal(await page.locator('progress').getAttribute('value'), String(all))
    })

    test(`two petitions are merged and parted, ${how} scripts`, async ({
      assert,
      browser,
      cleanup,
    }) => {
      const phone = PhoneNumber.parse('0500 012 34 56')
      const two = []
      for (const text of ['Yolumuz çok bozuk.', 'Yolumuzu yapın.']) {
        two.push((await Petition.receive(details({ phone, text }))).petition)
      }
      const [lead, led] = two as [Petition, Petition]
      const context = await browser.newContext({ baseURL: HOME, javaScriptEnabled })
      cleanup(() => context.close())
      await signedIn(context, await officer('sef'))
      const page = await context.newPage()
      const path = `/dosya/${led.number}/birlestirme`
      if (javaScriptEnabled) await inspect(page, path, assert)
      else await page.goto(path)
      await page.check(`[value="${lead.number}"]`)
      await press(page, says('intake.merging.submit'))
      assert.include(page.url(), lead.number)
      assert.equal((await Petition.findOrFail(led.id)).leadId, lead.id)
      await page.goto(path)
      if (javaScriptEnabled) await inspectShown(page, assert)
      await press(page, says('intake.merging.part'))
      assert.isNull((await Petition.findOrFail(led.id)).leadId)
      await merge(
        await Petition.findOrFail(lead.id),
        await Petition.findOrFail(led.id),
        await officer('sef')
      )
    })
  }
})
