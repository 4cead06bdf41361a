/**
 * `npm run bench:reach`: how far the house reaches. What a citizen opens, over an emulated line of
 * 50 kbit/s with 500 ms there and back: when something is seen of it, beside a bare document of 6 kB
 * on the same line in turn, and how many bytes the whole journey takes without scripts.
 *
 *   npm run bench:reach -- --rounds=7
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright'
import { Chromium } from '#tests/support/programs/chromium'
import { House } from './house.ts'
import { median } from './posts.ts'

/** As an old telephone at the edge of its network. */
const LINE = {
  offline: false,
  latency: 500,
  downloadThroughput: 50_000 / 8,
  uploadThroughput: 50_000 / 8,
}
const MOST_TO_BARE = 1.2
const KILOBYTE = 1000
const MOST = { first: 9, form: 12, journey: 25 }
const PETITION = {
  text: 'Sokağımızdaki çınar kurumuş, dalları kaldırıma eğiliyor. Budanmasını istiyoruz.',
  name: 'Ayşe Deneme',
  nationalId: '12345678950',
  phone: '0500 012 34 56',
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const rounds = Number(values.rounds)
if (!Chromium.isInstalled) throw new Error(Chromium.MISSING)

say('starting MariaDB, building the server as it runs in production')
const house = await House.open()
await house.build()
const app = await house.server()
const bare = createServer((_, response) =>
  response.setHeader('content-type', 'text/html; charset=utf-8').end(bareDocument())
).listen(0, '127.0.0.1')
await once(bare, 'listening')
const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`
const browser = await Chromium.launch({})
let missed = 0

const PAGES = {
  'first page': '/',
  'form': '/basvuru',
  'look-up': '/sorgula',
  'first page in English': '/en',
}
say(`first paint, ${rounds} rounds in turn`)
const paints = new Map<string, number[]>()
for (let round = 0; round < rounds; round++) {
  for (const [name, url] of [['bare', bareUrl], ...pagesOf(app.url)]) {
    paints.set(name!, [...(paints.get(name!) ?? []), await firstPaint(browser, url!)])
  }
}
const bareMs = median(paints.get('bare')!)
console.log(`first paint at 50 kbit/s and 500 ms: a bare document of 6 kB ${Math.round(bareMs)} ms`)
for (const name of Object.keys(PAGES)) {
  const ms = median(paints.get(name)!)
  judge(`${name}: first paint ${Math.round(ms)} ms,`, ms / bareMs, MOST_TO_BARE, 'x the bare one')
}

say('the whole journey without scripts')
const bytes = await journey(browser, app.url)
const whole = Object.values(bytes).reduce((sum, one) => sum + one, 0)
console.log('bytes over the line, headers and all:')
for (const [name, count] of Object.entries(bytes)) console.log(`  ${name}: ${count}`)
judge('first page', bytes['first page']! / KILOBYTE, MOST.first, 'kB')
judge('form', bytes.form! / KILOBYTE, MOST.form, 'kB')
judge('whole journey', whole / KILOBYTE, MOST.journey, 'kB')

await browser.close()
bare.close()
await app.stop()
process.exit(missed > 0 ? 1 : 0)

/** ms from asking to the first thing that is seen, with nothing known from before. */
async function firstPaint(of: Browser, url: string) {
  const { page, close } = await onTheLine(of, { javaScriptEnabled: true })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length)
  const ms = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]!.startTime
  )
  await close()
  return ms
}

/** From the first page to what became of the petition; bytes of each answer as they came. */
async function journey(of: Browser, url: string) {
  const { page, received, close } = await onTheLine(of, { javaScriptEnabled: false })
  const spent: Record<string, number> = {}
  const step = async (name: string, act: () => Promise<unknown>) => {
    const before = received()
    await Promise.all([page.waitForEvent('load'), act()])
    spent[name] = received() - before
  }
  await step('first page', () => page.goto(url))
  await step('form', () => page.click('a[href="/basvuru"]'))
  for (const [name, value] of Object.entries(PETITION)) await page.fill(`[name="${name}"]`, value)
  await page.check('[name="kind"][value="request"]')
  await step('sending, and the receipt', () => page.press('[name="phone"]', 'Enter'))
  const shown = { number: await said(page, 'number'), secret: await said(page, 'secret') }
  await step('look-up', () => page.goto(`${url}/sorgula`))
  for (const [name, value] of Object.entries(shown)) await page.fill(`[name="${name}"]`, value)
  await step('what became of it', () => page.press('[name="secret"]', 'Enter'))
  await close()
  return spent
}

/** What the receipt shows. */
async function said(page: Page, what: string) {
  const value = await page.locator(`[data-${what}]`).first().getAttribute(`data-${what}`)
  if (!value) throw new Error(`the receipt shows no ${what}`)
  return value
}

/** A page of its own behind the slow line, with nothing kept from before. */
async function onTheLine(of: Browser, options: { javaScriptEnabled: boolean }) {
  const context = await of.newContext({ ...options, viewport: { width: 360, height: 640 } })
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  let sum = 0
  line.on('Network.loadingFinished', ({ encodedDataLength }) => void (sum += encodedDataLength))
  line.on('Network.requestWillBeSent', ({ redirectResponse }) => {
    sum += redirectResponse?.encodedDataLength ?? 0
  })
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', LINE)
  return { page, received: () => sum, close: () => context.close() }
}

/** 6 kB that are a heading and words, and nothing else. */
function bareDocument() {
  const head =
    '<!DOCTYPE html><html lang="tr"><meta charset="utf-8"><title>6 kB</title><h1>6 kB</h1><p>'
  return head.padEnd(6 * KILOBYTE, 'Bir iki cümle. ')
}

function pagesOf(url: string) {
  return Object.entries(PAGES).map(([name, path]) => [name, url + path])
}

function judge(what: string, figure: number, most: number, unit: string) {
  const isReached = figure <= most
  if (!isReached) missed++
  console.log(`${what} ${figure.toFixed(2)} ${unit} (${most})${isReached ? '' : '  NOT REACHED'}`)
}

function say(what: string) {
  process.stderr.write(`  ${what} …\n`)
}
