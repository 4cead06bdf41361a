import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Answer } from '#response'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { fresh } from '#tests/support/inbox'
import { officer, received, referredTo, submitted } from '#tests/support/journey'
import { assertFits, inspectShown } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'
import { counted, type Worked } from '#tests/support/worked_by_keys'

const TEN = 10
const MOST = { answer: 8, approval: 2, loads: 1 }

const average = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length

function told(what: string, worked: Worked[]) {
  const keys = worked.map((one) => one.keys)
  const loads = worked.map((one) => one.loads)
  console.log(`  ${what}: keys ${keys.join(' ')}; page loads ${loads.join(' ')}`)
  return { keys: average(keys), loads: Math.max(...loads.slice(1)) }
}

async function atCard(page: Page, number: string) {
  await page.waitForURL(`**/dosya/${number}?liste=*`)
  await page.waitForSelector('[data-card-keys]', { state: 'attached' })
}

test.group('The inbox by keyboard', (group) => {
  emptied(group)

  test('answers ten petitions and approves them without going back to the list', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const all = []
    for (let at = 0; at < TEN; at++) {
      all.push(await referredTo('TAR', { text: `Kanal ${at} taştı.` }))
    }
    await signedIn(browserContext, await officer('tarim'))
    const page = await visit('/birim')
    const answering = counted(page)
    await answering.press('j')
    await page.waitForSelector('.rows__link:focus')
    await answering.press('Enter')
    const answers = []
    for (const [at, petition] of all.entries()) {
      await atCard(page, petition.number)
      const isRefused = at % 5 === 4
      await answering.press(isRefused ? '3' : '1')
      await page.waitForSelector('[name="draft-text"]:focus')
      await page.keyboard.type('Ekibimiz cuma günü gelecek. j1o')
      if (isRefused) {
        for (let tab = 0; tab < 2; tab++) await answering.press('Tab')
        await page.waitForSelector('[name="draft-reason"]:focus')
        await page.keyboard.type('Bu yılın programında yok.')
      }
      await answering.press('Control+Enter')
      await page.waitForURL(at === TEN - 1 ? '**/birim?*' : `**/dosya/${all[at + 1]!.number}?*`)
      assert.include(
        await page.textContent('main'),
        says('response.flash.submitted', { number: petition.shownNumber })
      )
      answers.push(answering.taken())
    }
    const answer = told('answers', answers)
    assert.isAtMost(answer.keys, MOST.answer)
    assert.isAtMost(answer.loads, MOST.loads)
    assert.equal((await fresh(all[0]!)).stage, 'awaitingApproval')
    assert.equal((await Answer.findByOrFail('petitionId', all[4]!.id)).outcome, 'refused')

    await signedIn(browserContext, await officer('tarim.amir'))
    await page.goto('/birim')
    const approving = counted(page)
    await approving.press('j')
    await page.waitForSelector('.rows__link:focus')
    await approving.press('Enter')
    const approvals = []
    for (const [at, petition] of all.entries()) {
      await atCard(page, petition.number)
      await approving.press('Control+Enter')
      await page.waitForURL(at === TEN - 1 ? '**/birim?*' : `**/dosya/${all[at + 1]!.number}?*`)
      approvals.push(approving.taken())
    }
    const approval = told('approvals', approvals)
    assert.isAtMost(approval.keys, MOST.approval)
    assert.isAtMost(approval.loads, MOST.loads)
    for (const one of all) assert.equal((await fresh(one)).stage, 'concluded')
  }).timeout(180_000)

  test('needs few keys without scripts as well', async ({ assert, browser, visit }) => {
    const [first, second] = [await referredTo('TAR'), await referredTo('TAR')]
    const origin = new URL((await visit('/giris')).url()).origin
    const plain = await browser.newContext({ baseURL: origin, javaScriptEnabled: false })
    await signedIn(plain, await officer('tarim'))
    const page = await plain.newPage()
    await page.goto('/birim')
    const answering = counted(page)
    const press = async (...keys: string[]) => {
      for (const key of keys) await answering.press(key)
    }
    await press('Tab', 'Tab', 'Enter', 'Enter')
    await page.waitForURL(`**/dosya/${first.number}?liste=open`)
    assert.equal(answering.taken().keys, 4)
    await press('Tab', 'Tab', 'Enter', 'Tab', 'Space', 'Tab')
    await page.keyboard.type('Ekibimiz cuma günü gelecek.')
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter')
    await page.waitForURL(`**/dosya/${second.number}?liste=open`)
    assert.equal((await fresh(first)).stage, 'awaitingApproval')
    await plain.close()
  })

  test('goes to the next and back, opens each form, and shows the keys on request', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const [first, second] = [await referredTo('TAR'), await referredTo('TAR')]
    await signedIn(browserContext, await officer('tarim'))
    const page = await visit(`/dosya/${first.number}?liste=open`)
    const { keyboard } = page
    await keyboard.press('?')
    await page.waitForSelector('#keys[open]')
    await keyboard.press('?')
    assert.equal(await page.evaluate('scrollY'), 0)
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'BODY')
    await keyboard.press('Shift+F2')
    await page.waitForSelector('#keys[open]')
    await inspectShown(page, assert)
    await keyboard.press('Escape')
    await page.waitForSelector('#keys:not([open])', { state: 'attached' })
    await keyboard.press('j')
    await atCard(page, second.number)
    await keyboard.press('k')
    await atCard(page, first.number)
    for (const [key, field] of [
      ['t', 'contact-way'],
      ['c', 'draft-text'],
      ['i', 'return-reason'],
    ]) {
      await keyboard.press(key!)
      await page.waitForSelector(`[name="${field}"]:focus`)
      await keyboard.press('Escape')
    }
    await keyboard.press('u')
    await page.waitForSelector('main .note--good[role=status]')
    assert.equal((await fresh(first)).assigneeId, (await officer('tarim')).id)
    await keyboard.press('v')
    await page.waitForURL(`**/dosya/${first.number}/gorevli?liste=open`)
    await inspectShown(page, assert)
    await page.goBack()
    await keyboard.press('l')
    await page.waitForURL(`**/birim?filtre=open#p${first.number}`)
    await page.waitForSelector(`#p${first.number}:focus`)
    await inspectShown(page, assert)
    await assertFits(assert, page, 360)
  })

  test('approves by its own key only when it is pressed twice, and never while one writes', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const petition = await submitted()
    await received()
    await signedIn(browserContext, await officer('tarim.amir'))
    const page = await visit(`/dosya/${petition.number}?liste=approval`)
    await page.keyboard.press('d')
    await page.waitForSelector('[name="sendBack-reason"]:focus')
    await page.keyboard.type('o')
    assert.equal((await fresh(petition)).stage, 'awaitingApproval')
    await page.fill('[name="sendBack-reason"]', '')
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    await page.waitForSelector('[data-approves]:focus')
    assert.equal((await fresh(petition)).stage, 'awaitingApproval')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/birim?filtre=approval&bitti=1')
    assert.equal((await fresh(petition)).stage, 'concluded')
  })

  test('sends the list beside an answer and not the answer, and nothing from a link', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const petition = await referredTo('TAR')
    await signedIn(browserContext, await officer('tarim'))
    const page = await visit(`/dosya/${petition.number}`)
    await page.check('[name="draft-outcome"][value="granted"]')
    await page.fill('[name="draft-text"]', 'Ekibimiz cuma günü gelecek.')
    await page.getByRole('link', { name: says('response.wants.title') }).click()
    await page.fill('#wants [name=lines]', 'Yol onarılsın')
    await page.keyboard.press('Control+Enter')
    await page.locator('#wants [name^="answered-"]').waitFor()
    await page.getByRole('link', { name: says('response.texts.link') }).focus()
    await page.keyboard.press('"')
    await page.locator('[name="draft-text"]').focus()
    assert.equal((await fresh(petition)).stage, 'routed')
    await page.keyboard.press('Control+Enter')
    await page.getByText(says('response.problems.why_asked.found')).first().waitFor()
  })

  test('leads to what is asked, to an urgent call and to an interim answer, which it sends', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const petition = await referredTo('TAR', { text: 'Apartmanda çok kuvvetli gaz kokusu var.' })
    await signedIn(browserContext, await officer('tarim'))
    const page = await visit(`/dosya/${petition.number}?liste=open`)
    const { keyboard } = page
    // Before its link is made alive it leads to the list on a page of its own.
    await page.waitForSelector('[data-way="w"][data-htmx-powered]', { state: 'attached' })
    await keyboard.press('w')
    await page.waitForSelector('#wants [name=lines]')
    await keyboard.press('h')
    await page.waitForSelector('[name="meetUrgency-called"]:focus')
    await keyboard.press('Escape')
    await keyboard.press('a')
    await page.waitForURL(`**/dosya/${petition.number}/ara-cevap?liste=open`)
    await page.waitForSelector('[name=text]:focus')
    await keyboard.type('Ekip yolda.')
    await keyboard.press('Control+Enter')
    await page.waitForURL(`**/dosya/${petition.number}?liste=open`)
    await page.waitForSelector('main .note--good[role=status]')
    assert.equal(await page.locator('.history__words').first().textContent(), 'Ekip yolda.')
  })

  test('leaves letters alone where an officer wants no shortcuts', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    tarim.shortcuts = false
    await tarim.save()
    await signedIn(browserContext, tarim)
    const page = await visit(`/dosya/${petition.number}?liste=open`)
    await page.keyboard.press('u')
    await page.keyboard.press('1')
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'BODY')
    assert.isNull((await fresh(petition)).assigneeId)
    tarim.shortcuts = true
    await tarim.save()
  })
})
