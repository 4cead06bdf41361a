import type { Page } from 'playwright'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Answer } from '#response'
import { emptied } from '#tests/support/database'
import { GRANTED, officer, referredTo, REFUSED, submitted } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

const sides = (page: Page) =>
  Promise.all(
    ['[aria-labelledby=petition]', '[aria-labelledby=answer]'].map(async (part) => {
      const { x, y } = (await page.locator(`.approval > ${part}`).boundingBox())!
      return { x, y }
    })
  )

/** Selects these words in the answer, as a mouse would. */
function select(page: Page, words: string) {
  return page.evaluate(`
    const text = document.getElementById('letter').firstChild
    const from = text.textContent.indexOf(${JSON.stringify(words)})
    getSelection().setBaseAndExtent(text, from, text, from + ${words.length})
  `)
}

test.group('Approving beside the petition', (group) => {
  emptied(group)

  test('takes two keys, and goes on with the next one', async ({ assert, browserContext }) => {
    const [first, second] = [await submitted(), await submitted()]
    await signedIn(browserContext, await officer('tarim.amir'))
    const page = await browserContext.newPage()
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`/dosya/${first.number}/onay`)
    const [said, answered] = await sides(page)
    assert.equal(said!.y, answered!.y)
    assert.isBelow(said!.x, answered!.x)

    await page.keyboard.press('Tab')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    assert.include(page.url(), second.number)
    assert.equal((await Petition.findOrFail(first.id)).stage, 'concluded')

    await page.setViewportSize({ width: 360, height: 800 })
    const [above, below] = await sides(page)
    assert.equal(above!.x, below!.x)
    assert.isBelow(above!.y, below!.y)
    await page.locator('.approval summary').last().click()
  })

  test('is decided by the keys of the card, and left by one', async ({
    assert,
    browserContext,
  }) => {
    const [first, second, third] = [await submitted(), await submitted(), await submitted()]
    await signedIn(browserContext, await officer('tarim.amir'))
    const page = await browserContext.newPage()
    await page.setViewportSize({ width: 1280, height: 1000 })
    await page.goto(`/dosya/${first.number}`)
    const { keyboard } = page
    await page.waitForSelector('#answer:focus')
    const said = (await page.locator('.card__main').boundingBox())!
    const approves = (await page.locator('[data-approves]').boundingBox())!
    assert.isAtLeast(said.y, 0)
    assert.isAtMost(approves.y + approves.height, page.viewportSize()!.height)
    await keyboard.press('y')
    await page.waitForURL(`**/dosya/${first.number}/onay`)
    await keyboard.press('?')
    await page.waitForSelector('#keys[open]')
    await inspectShown(page, assert)
    await keyboard.press('?')
    await keyboard.press('m')
    await page.waitForSelector('[name="correct-outcome"]:focus')
    await keyboard.press('o')
    await page.waitForSelector('[data-approves]:focus')
    await keyboard.press('Control+Enter')
    await page.waitForURL(`**/dosya/${second.number}/onay`)
    assert.equal((await Petition.findOrFail(first.id)).stage, 'concluded')
    await keyboard.press('j')
    await page.waitForURL(`**/dosya/${third.number}/onay`)
    await keyboard.press('d')
    await page.waitForSelector('[name="sendBack-reason"]:focus')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await page.waitForSelector('[name="sendBack-quote-1"]:focus')
    await keyboard.type('cuma günü')
    await keyboard.press('Tab')
    await keyboard.type('Saat kaçta?')
    await keyboard.press('Control+Enter')
    await page.waitForURL(`**/dosya/${second.number}/onay`)
    assert.equal((await Petition.findOrFail(third.id)).stage, 'inProgress')
    await keyboard.press('y')
    await page.waitForURL(`**/dosya/${second.number}`)
  })

  test('of several of one text at once takes one key', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const [first, second] = [await submitted(), await submitted()]
    await signedIn(browserContext, await officer('tarim.amir'))
    const page = await visit(`/birim/onay/${first.number}`)
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/birim/onay')
    for (const { id } of [first, second]) {
      assert.equal((await Petition.findOrFail(id)).stage, 'concluded')
    }
  })

  test('marks what is selected, and the writer reads it in the text', async ({
    assert,
    browser,
    browserContext,
  }) => {
    const petition = await submitted(REFUSED)
    await signedIn(browserContext, await officer('tarim.amir'))
    const page = await browserContext.newPage()
    await page.goto(`/dosya/${petition.number}/onay`)
    await page.locator('.approval summary').last().click()
    assert.equal(await page.locator('.marks__fields:visible').count(), 1)
    for (const [words, remark] of [
      ['bu yılın programında', 'Hangi program?'],
      ['Talebiniz', 'Sade yazın.'],
    ] as const) {
      await select(page, words)
      await page.locator('[data-mark]').click()
      await page.keyboard.type(remark)
    }
    assert.equal(await page.inputValue('#quote-2'), 'Talebiniz')
    await Promise.all([
      page.waitForNavigation(),
      page.locator('button[formaction$="/duzeltme"]').click(),
    ])

    const writers = await browser.newContext({ baseURL: new URL(page.url()).origin })
    await signedIn(writers, await officer('tarim'))
    const card = await writers.newPage()
    await card.goto(`/dosya/${petition.number}`)
    const marked = await card.locator('.marks__text mark').allInnerTexts()
    assert.sameMembers(marked, ['Talebiniz', 'bu yılın programında'])
    await writers.close()
  })

  test('of one text is read once, and what is unticked waits on', async ({
    assert,
    browserContext,
  }) => {
    const all = []
    for (let at = 0; at < 3; at++) {
      const petition = await referredTo('TAR')
      const text = `${petition.shownNumber} numaralı başvurunuzdaki yol onarılacaktır.`
      const tarim = await officer('tarim')
      await (await Answer.draftFor(petition)).submit({ ...GRANTED, text }, tarim)
      all.push(petition)
    }
    await signedIn(browserContext, await officer('tarim.amir'))
    const page = await browserContext.newPage()
    await page.goto('/birim')
    await page.locator('a[href="/birim/onay"]').click()
    await page.locator('.rows__link').click()
    await page.waitForSelector('.lots')
    await page.locator(`[name=p${all[1]!.number}]`).uncheck()
    await Promise.all([page.waitForNavigation(), page.locator('main .buttons .button').click()])
    const rows = await Petition.findMany(all.map(({ id }) => id))
    const waiting = rows.filter(({ stage }) => stage === 'awaitingApproval')
    assert.deepEqual(
      waiting.map(({ id }) => id),
      [all[1]!.id]
    )
  })

  test('stands on pages that are valid, accessible and fit a telephone and paper', async ({
    assert,
    browserContext,
  }) => {
    const [first] = [await submitted(REFUSED), await submitted(REFUSED)]
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    const back = await submitted(REFUSED)
    const marks = [{ quote: 'Talebiniz', remark: 'Sade yazın.' }]
    await (await Answer.draftFor(back)).sendBack(head, '', marks)
    const page = await browserContext.newPage()
    await signedIn(browserContext, head)
    const paths = [`/dosya/${first!.number}/onay`, '/birim/onay', `/birim/onay/${first!.number}`]
    for (const path of [...paths, `/dosya/${first!.number}`, `/dosya/${back.number}/onay`]) {
      await inspect(page, path, assert)
    }
    await page.goto(paths[0]!)
    for (const one of await page.locator('.approval summary').all()) await one.click()
    await inspectShown(page, assert)
    await head.merge({ locale: 'en' }).save()
    for (const path of paths) await inspect(page, path, assert)
    await signedIn(browserContext, tarim)
    for (const path of [paths[0]!, `/dosya/${back.number}`, `/dosya/${first!.number}`]) {
      await inspect(page, path, assert)
    }
  })
})
