import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { Page } from 'playwright'
import { RoutingRule } from '#organisation'
import { tryRule } from '#routing'
import { emptied } from '#tests/support/database'
import { district, districtId } from '#tests/support/databases/district'
import { officer, received, unit } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { standsInFor } from '#tests/support/standing_in'
import { signedIn } from '#tests/support/signed_in'

/** Files, and what opens for a while only: reached below by the forms that lead there. */
const ELSEWHERE = ['/dosyaya/:list/:format', '/dosyadan/:token', '/gorevliler/:id/fis/:slip']

/** What an administrator keeps, each with one that there is. */
async function kept(): Promise<Record<string, string>> {
  const catalogue = await district()
  const subject = catalogue.subjectByCode('tapu.kadastro')!
  const [question] = catalogue.questionsOf(subject)
  const away = await officer('tarim')
  const { id: person } = away
  const { id: standIn } = await standsInFor(await officer('tarim.amir'), away)
  const { id: place } = await db
    .from('neighbourhoods')
    .where({ authority_id: districtId() })
    .firstOrFail()
  const holiday = await db.from('holidays').orderBy('day', 'desc').firstOrFail()
  const { id: own } = await unit('TAR')
  const rule = await aRule(subject.id, own)
  return {
    '/birimler/:id': `/birimler/${own}`,
    '/konular/:id': `/konular/${subject.id}`,
    '/konular/:id/sorular': `/konular/${subject.id}/sorular`,
    '/sorular/:id': `/sorular/${question!.id}`,
    '/kurallar/:id': `/kurallar/${rule.id}`,
    '/kurallar/:id/deneme': `/kurallar/${rule.id}/deneme`,
    '/basliklar/:id': `/basliklar/${subject.headingId}`,
    '/gorevliler/:id': `/gorevliler/${person}`,
    '/gorevliler/:id/duzenle': `/gorevliler/${person}/duzenle`,
    '/gorevliler/:id/ayrilis': `/gorevliler/${person}/ayrilis`,
    '/mahalleler/:id': `/mahalleler/${place}`,
    '/vekalet/:id': `/vekalet/${standIn}`,
    '/makam/aydinlatma/:version': '/makam/aydinlatma/1',
    '/takvim/gun/:id': `/takvim/gun/${holiday.id}`,
    '/takvim/sure/:clock/:kind': '/takvim/sure/promise/genel',
    '/takvim/hatirlatma/:clock': '/takvim/hatirlatma/promise',
  }
}

/** A rule that was tried on a petition. */
async function aRule(subjectId: number, unitId: number) {
  await received({ subject: (await district()).subjectByCode('tapu.kadastro')! })
  const { id: writtenBy, authorityId } = await officer('sef')
  const written = { writtenBy, writtenAt: DateTime.utc(), reason: 'Bu birim bakar.', version: 1 }
  const rule = await RoutingRule.create({ authorityId, subjectId, unitId, position: 1, ...written })
  await tryRule(rule, await officer('sef'))
  return rule
}

/** Of the routes below /yonetim that name one thing. */
function patterns() {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ methods, pattern }) => methods.includes('GET') && /^\/yonetim\/.*:/.test(pattern))
    .map(({ pattern }) => pattern.slice('/yonetim'.length))
}

async function sent(page: Page, form = 'main form') {
  await Promise.all([page.waitForNavigation(), page.press(`${form} [type=submit]`, 'Enter')])
}

test.group('What an administrator keeps', (group) => {
  emptied(group)

  for (const login of ['sef', 'buro', 'kaymakam', 'bilgiislem']) {
    test(`has pages that are valid, accessible and fit: ${login}`, async ({
      assert,
      browserContext,
    }) => {
      const addresses = await kept()
      assert.sameMembers([...Object.keys(addresses), ...ELSEWHERE], patterns())
      await signedIn(browserContext, await officer(login))
      const page = await browserContext.newPage()
      for (const path of Object.values(addresses).map((one) => `/yonetim${one}`)) {
        if ((await page.request.get(path)).ok()) await inspect(page, path, assert)
      }
    }).timeout(300_000)
  }

  test('tells what a day off would do, and what is wrong with one', async ({
    assert,
    visit,
    browserContext,
  }) => {
    await signedIn(browserContext, await officer('sef'))
    const page = await visit('/yonetim/takvim/gun')
    await sent(page)
    assert.equal(await page.locator('.problems a').count(), 2)
    await inspectShown(page, assert)
    await page.fill('#name', 'Kar izni')
    await page.fill('#firstDay', `${new Date().getFullYear() + 1}-01-04`)
    await sent(page)
    assert.isTrue(
      await page.locator('#forecast').evaluate((one) => one === one.ownerDocument.activeElement)
    )
    await inspectShown(page, assert)
  })

  test('shows a list out of a file line by line', async ({ assert, visit, browserContext }) => {
    await signedIn(browserContext, await officer('sef'))
    const page = await visit('/yonetim/dosyadan')
    const text = 'Kod;Ad;Kısa ad;Tür\nZAB;Zabıta Amirliği;Zabıta;Dış kurum\nX Y;;Yanlış;İç birim\n'
    const buffer = Buffer.from(text)
    await page.selectOption('#list', 'units')
    await page.setInputFiles('#file', { name: 'birimler.csv', mimeType: 'text/csv', buffer })
    await sent(page)
    await inspectShown(page, assert)
    await page.click('.filters__filter >> nth=1')
    assert.match((await page.textContent('.filters [aria-current=true]'))!, /^Yanlış/)
  })

  test('hands a first password over on paper', async ({ assert, visit, browserContext }) => {
    await signedIn(browserContext, await officer('sef'))
    const page = await visit('/yonetim/gorevliler/yeni')
    await sent(page)
    await inspectShown(page, assert)
    await page.fill('#name', 'Deniz Örnekoğlu')
    await page.selectOption('#unit', 'TAR')
    await page.check('[name=role-unitOfficer]')
    await sent(page)
    assert.match(await page.innerText('.slip__password'), /^(\w{4}-){3}\w{4}$/)
    await inspectShown(page, assert)
  })
})
