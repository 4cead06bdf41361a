import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { DEMO_PASSWORD } from '#config/demonstration'
import { emptied } from '#tests/support/database'
import { newOfficer, officer } from '#tests/support/journey'
import { allSent, outagePage, prepared, write } from '#tests/support/outage_page'
import { Line } from '#tests/support/programs/line'
import { SecondServer } from '#tests/support/running/second_server'

const EACH = 50

/** Real sessions: they outlive the server. */
async function signIn(context: BrowserContext, base: string, login: string) {
  const page = await context.newPage()
  await page.goto(`${base}/giris`)
  await page.fill('[name=login]', login)
  await page.fill('[name=password]', DEMO_PASSWORD)
  await Promise.all([
    page.waitForURL((url) => !url.pathname.startsWith('/giris')),
    page.click('main button[type=submit]'),
  ])
  await page.close()
}

/** Two more at the counter, with the password of everybody. */
async function counter() {
  const { password } = await officer('masa')
  for (const login of ['gise1', 'gise2']) {
    const one = await newOfficer(login, 'AKB', ['bureauOfficer'])
    await db.from('officers').where('id', one.id).update({ password, password_version: 1 })
  }
  return ['masa', 'sef', 'gise1', 'gise2']
}

test.group('Two hundred forms of four computers', (group) => {
  emptied(group)

  test('are two hundred petitions, though the server is killed while they come and its answers are lost', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const logins = await counter()
    const server = await SecondServer.start()
    cleanup(() => server.kill())
    const line = await Line.open(server.port)
    cleanup(() => line.close())

    const pages = []
    for (const login of logins) {
      const context = await browser.newContext({ locale: 'tr-TR' })
      cleanup(() => context.close())
      await signIn(context, line.url, login)
      await (await prepared(context, line.url)).close()
      pages.push({ login, context })
    }
    line.cut()
    const written: { page: Page; texts: string[] }[] = []
    for (const { login, context } of pages) {
      const page = await outagePage(context, line.url)
      const texts = Array.from(
        { length: EACH },
        (_, turn) => `${login}: ${turn + 1}. çeşme akmıyor.`
      )
      await write(page, texts)
      written.push({ page, texts })
    }
    assert.lengthOf(await db.from('petitions'), 0)

    // The line is back; the first answer is lost on its way, and the server is killed.
    line.mend()
    const lost = line.losesAnswerTo('POST /masa/kesinti/formlar')
    const look = () =>
      Promise.all(written.map(({ page }) => page.evaluate(`dispatchEvent(new Event('online'))`)))
    await look()
    await lost
    await server.kill()
    const [{ before }] = await db.from('petitions').count('* as before')
    assert.isAbove(Number(before), 0, 'some were received, and nobody was told')
    await server.start()
    line.mend()
    await look()
    await Promise.all(written.map(({ page }) => allSent(page)))

    const petitions = await db.from('petitions').select('text', 'number', 'token_digest')
    const texts = written.flatMap((one) => one.texts)
    assert.sameMembers(
      petitions.map(({ text }) => text),
      texts
    )
    assert.lengthOf(petitions, 4 * EACH)
    const forms = await db.from('outage_forms')
    assert.lengthOf(forms, 4 * EACH)
    assert.isEmpty(forms.filter(({ petition_id: id }) => id === null))
    assert.lengthOf(await db.from('messages').where('channel', 'sms'), 4 * EACH)
  }).timeout(240_000)
})
