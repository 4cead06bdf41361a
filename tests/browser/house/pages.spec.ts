import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { emptied } from '#tests/support/database'
import { livelyRoom } from '#tests/support/databases/many_tickets'
import { publicDay } from '#tests/support/databases/public_day'
import { received, referredTo } from '#tests/support/journey'
import { inspect } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

/** Of the first setup; what a script reads; a file to be kept. */
const NO_PAGE = /\/(kurulum|hat|dogrula\/sayfa)$/

/**
 * Every page that needs nothing but its address, but for what only a script reads; `staff` tells those behind the sign-in. The pages of
 * the first setup are inspected where there is no authority yet.
 */
function pages(staff: boolean) {
  const routes = Object.values(router.toJSON()).flat()
  return routes
    .filter(({ methods, pattern }) => methods.includes('GET') && !pattern.includes(':'))
    .filter(({ pattern }) => !NO_PAGE.test(pattern))
    .filter(({ middleware }) => isBehindSignIn(middleware) === staff)
    .map(({ pattern }) => pattern)
}

function isBehindSignIn(middleware: { all(): Iterable<unknown> }) {
  return [...middleware.all()].some((one) => (one as { name?: string }).name === 'staff')
}

test.group('Every page of citizens', () => {
  test('is valid, accessible and fits a telephone and paper', async ({
    assert,
    browserContext,
  }) => {
    const paths = pages(false)
    assert.includeMembers(paths, ['/', '/en', '/basvuru', '/en/sorgula', '/giris'])
    const page = await browserContext.newPage()
    for (const path of paths) await inspect(page, path, assert)
  })

  test('leaves nothing on the computer', async ({ assert, browserContext }) => {
    const page = await browserContext.newPage()
    for (const path of pages(false).filter((one) => !one.endsWith('/giris'))) await page.goto(path)
    assert.deepEqual(await browserContext.cookies(), [])
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0)
  })
})

const PEOPLE = ['masa', 'sef', 'buro', 'kaymakam', 'tarim', 'tarim.amir', 'bilgiislem', 'denetci']

test.group('Every page of officers', (group) => {
  emptied(group)

  for (const login of PEOPLE) {
    test(`is valid, accessible and fits a telephone and paper: ${login}`, async ({
      assert,
      browserContext,
    }) => {
      const person = await Officer.findByOrFail('login', login)
      await livelyRoom()
      await publicDay()
      await signedIn(browserContext, person)
      const page = await browserContext.newPage()
      const open = await openTo(page, await addresses())
      assert.isNotEmpty(open)
      for (const path of open) await inspect(page, path, assert)
    }).timeout(300_000)
  }

  test('is one that somebody may open', async ({ assert, browserContext }) => {
    await livelyRoom()
    await publicDay()
    const unopened = new Set(await addresses())
    for (const login of PEOPLE) {
      await signedIn(browserContext, await Officer.findByOrFail('login', login))
      const page = await browserContext.newPage()
      for (const path of await openTo(page, [...unopened])) unopened.delete(path)
      await page.close()
    }
    assert.deepEqual([...unopened], [])
  })
})

/** With a petition that a unit has, one of the bureau, and a message that did not arrive. */
async function addresses() {
  const { number } = await referredTo('TAR', { phone: PhoneNumber.parse('0500 012 34 56') })
  await received()
  const missed = await missedMessage()
  return [
    ...pages(true),
    `/dosya/${number}`,
    `/dosya/${number}/mesajlar`,
    `/dosya/${number}/mesajlar/${missed}/arama`,
    ...['/metinler/received/sms/tr', '/metinler/concluded/email/en'],
  ]
}

async function openTo(page: Page, paths: string[]) {
  const open: string[] = []
  for (const path of paths) if ((await page.request.get(path)).ok()) open.push(path)
  return open
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
