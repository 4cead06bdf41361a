import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { emptied } from '#tests/support/database'
import { PDF, photo, withFilesFolder } from '#tests/support/files'
import { officer } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { readBy } from '#tests/support/qr'
import { signedIn } from '#tests/support/signed_in'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`
const WORDS = 'Kapımızın önündeki çukura asfalt dökülsün.'

/** Presses what is named so, by keys alone. */
async function press(page: Page, name: string | RegExp) {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

test.group('The petitioner’s telephone at the desk, in a browser', (group) => {
  emptied(group)
  withFilesFolder(group)

  for (const javaScriptEnabled of [true, false]) {
    test(`brings a photograph, and nothing typed is lost: ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
      assert,
      browser,
    }) => {
      const context = await browser.newContext({ baseURL: HOME, javaScriptEnabled })
      await signedIn(context, await officer('masa'))
      const desk = await context.newPage()
      const addresses: string[] = []
      desk.on('request', (request) => void addresses.push(decodeURIComponent(request.url())))
      await desk.goto('/masa/yeni')
      await desk.fill('[name=text]', WORDS)
      await press(desk, 'Fotoğraf veya belge ekle')
      await press(desk, 'Kare kod göster')
      await desk.waitForSelector('.qr__code')
      const address = await readBy(await desk.content())

      const telephone = await browser.newPage({ javaScriptEnabled: false })
      await telephone.goto(address!.href)
      await telephone.setInputFiles('#files', [
        { name: 'çukur.jpg', mimeType: 'image/jpeg', buffer: await photo() },
        { name: 'başka.pdf', mimeType: 'application/pdf', buffer: PDF },
      ])
      await press(telephone, 'Gönder')
      await telephone.waitForSelector('[role=status]')

      // More words meanwhile, and a list that keeps itself fresh.
      await desk.fill('[name=name]', 'Ayşe Deneme')
      if (!javaScriptEnabled) await press(desk, 'Gelenleri göster')
      await desk.waitForSelector('#telephone li')
      assert.equal(await desk.inputValue('[name=name]'), 'Ayşe Deneme')
      if (javaScriptEnabled) {
        await inspectShown(desk, assert)
        await inspect(await context.newPage(), address!.pathname, assert)
      }
      await press(desk, /^Kabul et.*çukur/)
      await desk.waitForSelector('[name=attached]', { state: 'attached' })
      await press(desk, /^Reddet.*başka/)
      await desk.waitForSelector('#telephone li', { state: 'detached' })
      assert.equal(await desk.inputValue('[name=text]'), WORDS)
      await press(desk, 'Başvuruyu kaydet')
      await desk.waitForSelector('[data-number]')
      const rows = await db.from('attachments').whereNotNull('petition_id')
      assert.deepEqual(
        rows.map(({ name }) => name),
        ['çukur']
      )
      await telephone.reload()
      assert.include(await telephone.content(), 'Bu sayfa kapandı')
      if (javaScriptEnabled) {
        const ended = await context.newPage()
        await ended.goto(address!.pathname)
        await inspectShown(ended, assert)
      }
      assert.deepEqual(
        addresses.filter((one) => one.includes('çukura')),
        []
      )
    })
  }
})
