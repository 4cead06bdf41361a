import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import sharp from 'sharp'
import env from '#start/env'
import { Petition } from '#intake'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { inspect } from '#tests/support/pages'
import { details } from '#tests/support/petitions'
import { textIn } from '#tests/support/qr'
import { signedIn } from '#tests/support/signed_in'
import { sealReceipt } from '../../../app/intake/receiving/receipt_seal.ts'
import { SlipKeys } from '../../../app/intake/slip/slip_keys.ts'
import { judge } from '../../../app/intake/slip/checking/verdict.ts'
import { CASES, KEYS } from '../../unit/intake/slip/cases.ts'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`
/** What a printer of tills prints of what the browser calls an inch: 203 dots of 96. */
const THERMAL = 203 / 96
/** Printable width of either paper, in CSS pixels. */
const WIDTH = { a5: 491, 80: 272 }

/** What the verdict's sentence begins with. */
function sentence(verdict: string) {
  const isGood = ['genuine', 'retired'].includes(verdict)
  const key = isGood ? `intake.slipCheck.${verdict}` : `intake.problems.slip.${verdict}`
  return i18nManager
    .locale('tr')
    .t(key, { number: '2604812075', day: '|', until: '' })
    .split('|')[0]!
}

/** What is said of each case, in a page that is open already. */
async function judgeAll(page: Page) {
  const said: Record<string, string> = {}
  for (const [what, [, text]] of Object.entries(CASES)) {
    // A word of a hundred thousand letters takes the browser half a minute to set.
    await page.fill('[name=slip]', text.slice(0, 10_000))
    await page.click('button[type=submit]')
    said[what] = await page.locator('[data-good]:visible, [data-bad]:visible').innerText()
  }
  return said
}

test.group('A slip on paper', (group) => {
  emptied(group)
  group.each.setup(() => {
    env.set('APP_URL', 'https://acikkapi.edremit.example')
    return () => env.set('APP_URL', '')
  })

  for (const size of ['a5', '80'] as const) {
    for (const more of ['', '&buyuk=1', '&dil=ar']) {
      test(`is read back from its picture: ${size}${more}`, async ({ assert, browser }) => {
        const receipt = await Petition.receive(details())
        const address = await sealReceipt(receipt, details())
        const viewport = { width: WIDTH[size], height: 900 }
        const context = await browser.newContext({
          baseURL: HOME,
          viewport,
          deviceScaleFactor: THERMAL,
        })
        await signedIn(context, await officer('masa'))
        const page = await context.newPage()
        await page.goto(`/masa/alindi/${address}?kagit=${size}${more}`)
        await page.emulateMedia({ media: 'print' })
        const read = async (which: string) => {
          const picture = await page.locator(`[data-code=${which}] svg`).screenshot()
          return textIn(sharp(picture))
        }
        const lookUp = await read('look-up')
        const { number } = receipt.petition
        assert.equal(lookUp, `https://acikkapi.edremit.example/sorgula?numara=${number}`)
        const judged = judge((await read('proof')) ?? '')
        assert.equal(judged.verdict, 'genuine')
        assert.equal('code' in judged && judged.code.number, number)
        // Nothing is wider than the paper.
        const wide = await page.evaluate('document.documentElement.scrollWidth')
        assert.isAtMost(Number(wide), WIDTH[size])
        const pdf = await page.pdf({ preferCSSPageSize: true })
        const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length
        assert.isAtMost(pages, more.includes('buyuk') ? 2 : 1)
        await context.close()
      })
    }
  }
})

test.group('The page on which slips are checked', (group) => {
  emptied(group)
  group.each.setup(() => {
    const { own } = SlipKeys
    SlipKeys.own = () => KEYS
    return () => void (SlipKeys.own = own)
  })

  const wanted = Object.fromEntries(
    Object.entries(CASES).map(([what, [verdict]]) => [what, sentence(verdict)])
  )
  const asWanted = (said: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(said).map(([what, words]) => [what, words.slice(0, wanted[what]!.length)])
    )

  test('keeps what every page keeps', async ({ assert, browser }) => {
    const context = await browser.newContext({ baseURL: HOME })
    await inspect(await context.newPage(), '/dogrula', assert)
    await context.close()
  })

  test('judges as the server does, when the line is cut', async ({ assert, browser }) => {
    const context = await browser.newContext({ baseURL: HOME })
    const page = await context.newPage()
    await page.goto('/dogrula', { waitUntil: 'networkidle' })
    await context.setOffline(true)
    assert.deepEqual(asWanted(await judgeAll(page)), wanted)
    await context.close()
  })

  test('judges so from a saved file as well, and shows the same fingerprint', async ({
    assert,
    browser,
    client,
  }) => {
    const file = join(tmpdir(), `dogrula-${process.pid}.html`)
    await writeFile(file, (await client.get('/dogrula/sayfa')).text())
    const context = await browser.newContext({ offline: true })
    const page = await context.newPage()
    const trouble: string[] = []
    page.on('console', (message) => trouble.push(message.text()))
    page.on('pageerror', (error) => trouble.push(error.message))
    await page.goto(pathToFileURL(file).href)
    assert.deepEqual(asWanted(await judgeAll(page)), wanted)
    assert.equal(await page.innerText('.fingerprint'), KEYS.all[0]!.fingerprint)
    assert.deepEqual(trouble, [])
    await context.close()
  })

  test('judges what a scanner types, which ends with Enter', async ({ assert, browser }) => {
    const context = await browser.newContext({ baseURL: HOME })
    const page = await context.newPage()
    await page.goto('/dogrula', { waitUntil: 'networkidle' })
    await page.focus('[name=slip]')
    await page.keyboard.insertText(CASES['today’s']![1])
    await page.keyboard.press('Enter')
    const said = await page.locator('[data-good]').innerText()
    assert.include(said, sentence('genuine'))
    await context.close()
  })
})
