import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { Chromium } from '#tests/support/programs/chromium'
import type { Bench } from '../bench.ts'

const MOST = { known: 25, new: 60 }
const EXAMPLES = new URL('../../resources/routing/examples.tsv', import.meta.url)
const NAMES = [
  ...['Ayşe Deneme', 'Veli Örnek', 'Işıl Sınama', 'Can Deneme', 'Fatma Örnek'],
  ...['Hasan Sınama', 'Zeynep Deneme', 'Ömer Örnek', 'Şule Sınama', 'İsmail Deneme'],
]
/** Milliseconds that an officer would not wait longer for a proposal. */
const PATIENCE = 2000

/**
 * Ten walk-ins as an officer types them in Chromium, by keyboard alone: ten people who are new, then
 * the same ten with something else. Keys beyond the petition's own words are counted: name and
 * numbers too, and the one that prints.
 */
export default async function walkIns(bench: Bench) {
  const { app, report, say } = bench
  if (!Chromium.isInstalled) return report.note(Chromium.MISSING)
  ;(await bench.signedIn('masa')).close()
  const browser = await Chromium.launch({})
  const page = await browser.newPage({ baseURL: app.url })
  // What counts is the key, not the paper.
  await page.addInitScript('window.print = () => {}')
  await page.goto('/giris')
  await page.fill('[name=login]', 'masa')
  await page.fill('[name=password]', 'only-for-the-measurement')
  await Promise.all([
    page.waitForURL((url) => url.pathname !== '/giris'),
    page.keyboard.press('Enter'),
  ])

  const texts = someOf(readFileSync(EXAMPLES, 'utf8'), 2 * NAMES.length)
  const lot = Date.now() % 10_000
  const counted: Record<'new' | 'known', number[]> = { new: [], known: [] }
  for (const [turn, text] of texts.entries()) {
    const who = turn % NAMES.length
    const sort = turn < NAMES.length ? 'new' : 'known'
    say(`${sort}: ${NAMES[who]}`)
    const phone = `5000${String(lot * 100 + who).padStart(6, '0')}`
    counted[sort].push(await walkIn(page, { name: NAMES[who]!, phone, text, sort }))
  }
  await browser.close()
  for (const sort of ['known', 'new'] as const) {
    const most = Math.max(...counted[sort])
    const each = counted[sort].join(' ')
    report.floor(
      `a walk-in of somebody ${sort} takes at most ${MOST[sort]} keys beyond the words`,
      `${most} (${each})`,
      most <= MOST[sort]
    )
  }
}

interface WalkIn {
  name: string
  phone: string
  text: string
  sort: 'new' | 'known'
}

/** How many keys it took beyond the words of the petition. */
async function walkIn(page: Page, { name, phone, text, sort }: WalkIn) {
  let keys = 0
  const press = async (key: string, focus: string) => {
    keys++
    await page.keyboard.press(key)
    await page.waitForSelector(`${focus}:focus`)
  }
  const type = async (words: string) => {
    keys += words.length
    await page.keyboard.type(words)
  }
  await page.goto('/masa/yeni')
  await page.waitForSelector('#person:focus')
  await type(phone)
  if (sort === 'known') {
    await press('Enter', '[name=identity]')
    await press('Enter', '[name=take]')
    await press('Enter', '#text')
  } else {
    await press('Enter', '#name')
    await type(name)
    await press('Tab', '#nationalId')
    await type('12345678950')
    await press('F2', '#text')
  }
  await page.keyboard.type(text)
  const proposal = page.waitForSelector('#proposal', { timeout: PATIENCE })
  if (await proposal.catch(() => null)) await press('F9', '#text')
  await press('F2', '[name=readOut], #warnings')
  // What is said once before: whom to call.
  if (await page.$('#warnings')) await press('F2', '[name=readOut]')
  await press('Enter', '[data-print]')
  await press('Enter', '[data-print]')
  return keys
}

/** So many of the texts, as far apart as they can be. */
function someOf(file: string, count: number) {
  const texts = file
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0]!)
  const apart = Math.floor(texts.length / count)
  return Array.from({ length: count }, (_, at) => texts[at * apart]!)
}
