import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { received, referredTo, unit } from '#tests/support/journey'
import { assertAccessible, assertFits, assertPrints, assertValid } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

const NARROW = 360
/** Where lists become tables: an ordinary screen enlarged to half as much again. */
const BETWEEN = 860
const WIDE = 1280

/** Every page that needs nothing but its address; `staff` tells those behind the sign-in. */
function pages(staff: boolean) {
  const routes = Object.values(router.toJSON()).flat()
  return routes
    .filter(({ methods, pattern }) => methods.includes('GET') && !pattern.includes(':'))
    .filter(({ middleware }) => isBehindSignIn(middleware) === staff)
    .map(({ pattern }) => pattern)
}

function isBehindSignIn(middleware: { all(): Iterable<unknown> }) {
  return [...middleware.all()].some((one) => (one as { name?: string }).name === 'staff')
}

/** Opens a page and holds it against what every page must keep. */
async function inspect(page: Page, path: string, assert: Assert) {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))

  const answer = await page.goto(path)
  assert.equal(answer!.status(), 200, path)
  await assertValid(assert, await answer!.text(), path)
  await assertFits(assert, page, NARROW)
  await assertAccessible(assert, page)
  await assertFits(assert, page, BETWEEN)
  await assertFits(assert, page, WIDE)
  await assertPrints(assert, page)
  assert.deepEqual(said, [], `${path}: the console stays silent`)
}

test.group('Every page of citizens', () => {
  test('is valid, accessible and fits a telephone and paper', async ({
    assert,
    browserContext,
  }) => {
    const addresses = pages(false)
    assert.includeMembers(addresses, ['/', '/en', '/basvuru', '/en/sorgula', '/giris'])
    const page = await browserContext.newPage()
    for (const path of addresses) await inspect(page, path, assert)
  })

  test('leaves nothing on the computer', async ({ assert, browserContext }) => {
    const page = await browserContext.newPage()
    for (const path of pages(false).filter((one) => !one.endsWith('/giris'))) await page.goto(path)
    assert.deepEqual(await browserContext.cookies(), [])
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0)
  })
})

test.group('Every page of officers', (group) => {
  emptied(group)

  test('is valid, accessible and fits a telephone and paper, for everyone who may open it', async ({
    assert,
    browserContext,
  }) => {
    const { number } = await referredTo('TAR', { phone: PhoneNumber.parse('0500 012 34 56') })
    await received()
    const missed = await missedMessage()
    const addresses = [
      ...pages(true),
      `/dosya/${number}`,
      `/dosya/${number}/mesajlar`,
      `/dosya/${number}/mesajlar/${missed}/arama`,
      ...['/metinler/received/sms/tr', '/metinler/concluded/email/en'],
      ...(await keptPages()),
    ]
    const unopened = new Set(addresses)
    for (const login of ['masa', 'sef', 'kaymakam', 'tarim', 'tarim.amir', 'bilgiislem']) {
      await signedIn(browserContext, await Officer.findByOrFail('login', login))
      const page = await browserContext.newPage()
      for (const path of addresses) {
        if (!(await mayOpen(page, path))) continue
        await inspect(page, path, assert)
        unopened.delete(path)
      }
      await page.close()
    }
    assert.deepEqual([...unopened], [], 'somebody may open each of them')
  })
})

/** Of a unit, a subject and its heading. */
async function keptPages() {
  const { subjects } = await district()
  const { id, headingId } = subjects[0]!
  const { id: unitId } = await unit('TAR')
  const kept = [`birimler/${unitId}`, `konular/${id}`, `basliklar/${headingId}`]
  return kept.map((page) => `/yonetim/${page}`)
}

/** One message ends in vain; a call about it was in vain too. */
async function missedMessage() {
  const at = '2026-01-05 09:00:00'
  const end = { state: 'rejected', fault: '0x0000040A', attempts: 3, final_at: at, missed_at: at }
  const first = await db.from('messages').orderBy('id').firstOrFail()
  const { id, petition_id: petition } = first
  await db.from('messages').where({ id }).update(end)
  const { id: caller } = await Officer.findByOrFail('login', 'masa')
  const call = { message_id: id, officer_id: caller, result: 'notReached', made_at: at }
  await db.table('calls').insert({ ...call, petition_id: petition })
  return id as number
}

async function mayOpen(page: Page, path: string) {
  const answer = await page.request.get(path)
  return answer.ok()
}
