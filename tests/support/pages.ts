import type { Assert } from '@japa/assert'
import axe from 'axe-core'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { resolve } from 'node:path'
import type { Page } from 'playwright'

const validator = new HtmlValidate(new FileSystemConfigLoader())

const NARROW = 360
/** Where lists become tables: an ordinary screen enlarged to half as much again. */
const BETWEEN = 860
const WIDE = 1280

/** Opens a page and holds it against what every page must keep. */
export async function inspect(page: Page, path: string, assert: Assert) {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))

  const answer = await page.goto(path)
  assert.equal(answer!.status(), 200, path)
  await assertValid(assert, await answer!.text(), path)
  await inspectShown(page, assert)
  assert.deepEqual(said, [], `${path}: the console stays silent`)
}

/** The same of what the browser shows now, as a form that came back. */
export async function inspectShown(page: Page, assert: Assert) {
  await assertSaid(assert, page)
  await assertFits(assert, page, NARROW)
  await assertAccessible(assert, page)
  await assertFits(assert, page, BETWEEN)
  await assertFits(assert, page, WIDE)
  await assertPrints(assert, page)
}

/** Sentences, not what was to become one. */
async function assertSaid(assert: Assert, page: Page) {
  const said = await page.evaluate<string>('document.title + document.body.innerText')
  const raw = /translation missing.*|\[object .*|@(include|if|each|end)\b.*|\bundefined\b.*/i.exec(
    said
  )
  assert.isNull(raw, page.url())
}

/** The markup is valid, by .htmlvalidate.json. */
export async function assertValid(assert: Assert, html: string, what = 'page') {
  const report = await validator.validateString(html, resolve('page.html'))
  const problems = report.results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line}: ${message} (${ruleId})`)
  )
  assert.deepEqual(problems, [], what)
}

/** WCAG 2.2 A and AA, as far as a machine can see (axe-core), on what the browser shows now. */
export async function assertAccessible(assert: Assert, page: Page) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // What is right needs no words: to find them for all of it took half of the time.
      resultTypes: ['violations'],
    })
  )
  const problems = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  assert.deepEqual(problems, [], page.url())
}

/** Nothing sticks out to the right: a phone never scrolls sideways (WCAG 1.4.10). */
export async function assertFits(assert: Assert, page: Page, width: number) {
  await page.setViewportSize({ width, height: 800 })
  const wide = await page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth'
  )
  assert.isFalse(wide, `${page.url()} at ${width} px`)
}

/** Pixels between the margins of an A4 sheet, 20 mm each, at CSS's 96 to the inch. */
const A4 = 642

/** Paper: what can only be pressed is not on it, tables keep their heads, nothing is cut off. */
export async function assertPrints(assert: Assert, page: Page) {
  await page.emulateMedia({ media: 'print' })
  await assertFits(assert, page, A4)
  const shown = await page.evaluate<
    string[]
  >(`[...document.querySelectorAll('button, .button, nav a')]
    .filter((one) => one.checkVisibility() && !one.matches('[aria-current]'))
    .map((one) => one.outerHTML)`)
  assert.deepEqual(shown, [], `${page.url()} on paper`)
  const heads = await page.evaluate<string[]>(
    `[...document.querySelectorAll('thead')].map((one) => getComputedStyle(one).display)`
  )
  const lost = heads.filter((display) => display !== 'table-header-group')
  assert.deepEqual(lost, [], `${page.url()}: heads of tables on paper`)
  await page.emulateMedia({ media: 'screen' })
}
