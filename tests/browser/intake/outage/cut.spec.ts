import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { Petition } from '#intake'
import { moment } from '#shared/dates/stored'
import { district } from '#tests/support/databases/district'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { assertAccessible, assertFits } from '#tests/support/pages'
import { allSent, kept, outagePage, prepared, referenceOn, write } from '#tests/support/outage_page'
import { signedIn } from '#tests/support/signed_in'

const DAY = 86_400_000

async function copyOf(page: Page) {
  const [copy] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(`void open('/masa/kesinti')`),
  ])
  await copy.waitForSelector('[data-outage-form]:not([hidden])')
  return copy
}

interface Noted {
  getItem(key: string): string | null
}

test.group('The desk while the line is cut', (group) => {
  emptied(group)

  test('writes on a page that opens again, and another officer sends what waits in the writer’s name', async ({
    assert,
    browserContext: context,
  }) => {
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    await signedIn(context, masa)
    const desk = await prepared(context)
    await context.setOffline(true)
    await desk.waitForSelector('[data-outage-cut]:not([hidden])')
    await desk.close()

    const first = await outagePage(context)
    await first.waitForSelector('[data-say=cut]:not([hidden])')
    await write(first, ['Çeşmemiz üç gündür akmıyor.'])
    await first.close()
    const again = await outagePage(context)
    await again.fill('[name=text]', 'Yol bozuk.')
    await again.keyboard.press('Control+Enter')
    await again.waitForSelector('[data-slip]:not([hidden])')
    const reference = (await referenceOn(again)).replace(/\s/g, '')
    const slip = await again.locator('[data-slip]').innerText()
    assert.notInclude(slip, 'kısa mesajla gelir', 'no telephone was written')
    const forms = await kept(again, 'forms')
    assert.lengthOf(forms, 2)
    assert.notMatch(JSON.stringify(forms), /Çeşme|Yol|Deneme|0500/)
    assert.notInclude(JSON.stringify(await kept(again, 'facts')), 'Çeşme')
    assert.lengthOf(await kept(again, 'tokens'), 48)
    const cached = await again.evaluate<string>(
      `caches.open('kesinti-1').then((cache) => cache.match('/masa/kesinti')).then((page) => page.text())`
    )
    assert.notInclude(cached, masa.name)
    assert.notInclude(cached, '_csrf')

    // No other page is answered for.
    const other = await context.newPage()
    assert.isNull(await other.goto('/masa').catch(() => null))
    await other.close()
    await again.close()

    await context.setOffline(false)
    await context.clearCookies()
    await signedIn(context, sef)
    const queue = await context.newPage()
    await queue.goto('/masa')
    await queue.waitForSelector('.note--good a[href="/masa/hatsiz"]')
    assert.lengthOf(await kept(queue, 'forms'), 0)
    const petitions = await db.from('petitions')
    assert.deepEqual(
      petitions.map(({ received_by: by }) => by),
      [masa.id, masa.id]
    )
    const rows = await db.from('outage_forms')
    assert.deepEqual(
      rows.map(({ sender_id: by }) => by),
      [sef.id, sef.id]
    )
    // With the slip one is led to the petition.
    await queue.goto('/masa/hatsiz')
    await queue.fill('[name=kod]', reference)
    await queue.keyboard.press('Enter')
    await queue.click(`.rows__link`)
    await queue.waitForURL(`**/dosya/${petitions[1]!.number}`)
  })

  test('asks what the subject asks and whom a complaint is about, and forgets it for the next one', async ({
    assert,
    browserContext: context,
  }) => {
    const catalogue = await district()
    const [school] = catalogue.questionsOf(catalogue.subjectByCode('egitim.kayit-nakil'))
    const field = `[name="${school!.inputName}"]`
    await signedIn(context, await officer('masa'))
    await (await prepared(context)).close()
    await context.setOffline(true)
    const page = await outagePage(context)
    assert.isFalse(await page.isVisible('[name=complained]'))
    await page.fill('[name=text]', 'Okul kaydı yapılmadı.')
    await page.check('[name=kind][value=complaint]')
    await page.selectOption('[name=complained]', 'TAR')
    await page.selectOption('[name=subject]', 'egitim.kayit-nakil')
    await page.fill(field, 'Cumhuriyet Ortaokulu')
    // Chosen by mistake: what was answered is there again.
    await page.selectOption('[name=subject]', '')
    await page.selectOption('[name=subject]', 'egitim.kayit-nakil')
    assert.equal(await page.inputValue(field), 'Cumhuriyet Ortaokulu')
    await assertAccessible(assert, page)
    await page.press(field, 'Control+Enter')
    await page.waitForSelector('[data-slip]:not([hidden])')
    await page.click('[data-slip-next]')
    assert.isFalse(await page.isVisible('[name=complained]'))
    assert.equal(await page.locator(field).count(), 0)
    await page.selectOption('[name=subject]', 'egitim.kayit-nakil')
    assert.equal(await page.inputValue(field), '')
    await page.selectOption('[name=subject]', '')
    await context.setOffline(false)
    await page.waitForSelector('[data-went] li')
    const petition = await Petition.firstOrFail()
    const [answer] = petition.particularsIn('tr')
    assert.equal(answer!.value, 'Cumhuriyet Ortaokulu')
    assert.equal(petition.complainedUnitId, catalogue.unitByCode('TAR')!.id)
    const to = await page.getAttribute('[data-went] a', 'href')
    assert.equal(to, `/dosya/${petition.number}`, 'where files are added')
  })

  test('says who is signed out when the line is back, and sends after the sign-in', async ({
    assert,
    browserContext: context,
  }) => {
    await signedIn(context, await officer('masa'))
    await (await prepared(context)).close()
    await context.setOffline(true)
    const page = await outagePage(context)
    await write(page, ['Çeşmemiz üç gündür akmıyor.'])
    await context.clearCookies()
    await context.setOffline(false)
    await page.waitForSelector('[data-say=signedOut]:not([hidden])')
    assert.lengthOf(await db.from('petitions'), 0)
    await signedIn(context, await officer('masa'))
    await page.goto('/masa/kesinti')
    await page.waitForSelector('[data-went] li')
    const { number } = await db.from('petitions').firstOrFail()
    const went = await page.locator('[data-went]').innerText()
    assert.include(went.replace(/\s/g, ''), number)
  })

  test('is one petition from two tabs with the same draft, and other words come back', async ({
    assert,
    browserContext: context,
  }) => {
    await signedIn(context, await officer('masa'))
    await (await prepared(context)).close()
    await context.setOffline(true)
    const page = await outagePage(context)
    await page.fill('[name=text]', 'Çeşmemiz akmıyor.')
    // A function: words would be evaluated at each try, which the page's policy forbids.
    await page.waitForFunction(() => {
      const { sessionStorage: noted } = globalThis as unknown as { sessionStorage: Noted }
      return noted.getItem('kesinti-form') !== null
    })
    // A copied tab begins with what the other one noted; so does a window that it opens.
    const [same, other] = [await copyOf(page), await copyOf(page)]
    await write(page, ['Çeşmemiz akmıyor.'])
    await write(same, ['Çeşmemiz akmıyor.'])
    await write(other, ['Çeşmemiz akmıyor, yol da bozuk.'])
    assert.lengthOf(await kept(page, 'forms'), 3)
    await context.setOffline(false)
    await Promise.all([page, same, other].map(allSent))
    assert.lengthOf(await db.from('petitions'), 1)
    const back = await db.from('outage_forms').where('is_open', true)
    assert.deepEqual(
      back.map(({ reason }) => reason),
      ['used']
    )
  })

  for (const [name, by] of [
    ['slow', -DAY],
    ['fast', DAY],
  ] as const) {
    test(`counts by our clock where the browser’s is a day ${name}`, async ({
      assert,
      browserContext: context,
    }) => {
      await context.clock.install({ time: Date.now() + by })
      await signedIn(context, await officer('masa'))
      await (await prepared(context)).close()
      const before = Date.now()
      await context.setOffline(true)
      const page = await outagePage(context)
      await write(page, ['Çeşmemiz üç gündür akmıyor.'])
      const after = Date.now()
      await context.setOffline(false)
      await page.evaluate(`dispatchEvent(new Event('online'))`)
      await allSent(page)
      const { received_at: at } = await db.from('petitions').firstOrFail()
      assert.isAtLeast(moment(at).toMillis(), before - 2000)
      assert.isAtMost(moment(at).toMillis(), after + 2000)
    })
  }

  test('is told when no form is left, and keeps what was typed', async ({
    assert,
    browserContext: context,
  }) => {
    await signedIn(context, await officer('masa'))
    await (await prepared(context)).close()
    await context.setOffline(true)
    const page = await outagePage(context)
    await page.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open('kesinti')
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('tokens', 'readwrite')
        transaction.objectStore('tokens').clear()
        transaction.oncomplete = resolve
      }
    })`)
    await page.fill('[name=text]', 'Çeşmemiz akmıyor.')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('[data-say=noTokens]:not([hidden])')
    assert.equal(await page.inputValue('[name=text]'), 'Çeşmemiz akmıyor.')
  })

  test('has a page and a slip that everybody can use', async ({
    assert,
    browserContext: context,
  }) => {
    await signedIn(context, await officer('masa'))
    await (await prepared(context)).close()
    await context.setOffline(true)
    const page = await outagePage(context)
    await assertAccessible(assert, page)
    for (const width of [360, 1280]) await assertFits(assert, page, width)
    await page.fill('[name=text]', 'Çeşmemiz akmıyor.')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('[data-slip]:not([hidden])')
    await assertAccessible(assert, page)
    await page.emulateMedia({ media: 'print' })
    const paper = await page.locator('body').innerText()
    assert.include(paper, await referenceOn(page))
    assert.notInclude(paper, 'Çeşmemiz')
    assert.notMatch(paper, /\d\d \d{4} \d{4}/, 'no number')
  })
})
