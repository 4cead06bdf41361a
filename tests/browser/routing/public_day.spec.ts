import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { publicDay } from '#tests/support/databases/public_day'
import { officer } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`

test.group('A public day, in a browser', (group) => {
  emptied(group)

  for (const javaScriptEnabled of [true, false]) {
    test(`one line, Enter, the next person: ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
      assert,
      browser,
    }) => {
      await publicDay()
      const { id } = await db.from('public_days').firstOrFail()
      const context = await browser.newContext({ baseURL: HOME, javaScriptEnabled })
      await signedIn(context, await officer('masa'))
      const page = await context.newPage()
      await page.goto(`/halk-gunu/${id}`)
      await page.waitForSelector('#now:has-text("Deneme 1")')
      await page.keyboard.type('Köy yolu bozuk.')
      await page.keyboard.press('Tab')
      while ((await page.inputValue('[name=unit]')) !== 'TAR') {
        await page.keyboard.press('ArrowDown')
      }
      await page.focus('[name=said]')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.note--good:has-text("birime gönderildi")')
      await page.waitForSelector('#now:has-text("Deneme 2")')
      await page.keyboard.type('Bursum kesildi.')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.note--good:has-text("yönlendirmeyi bekliyor")')
      const stages = await db.from('petitions').orderBy('id').select('stage', 'channel')
      assert.deepEqual(
        stages.map(({ stage, channel }) => [stage, channel]),
        [
          ['routed', 'publicDay'],
          ['received', 'publicDay'],
        ]
      )
      if (!javaScriptEnabled) return
      await inspectShown(page, assert)
      for (const paper of ['program', 'tutanak']) {
        await inspect(page, `/halk-gunu/${id}/${paper}`, assert)
      }
    })
  }
})
