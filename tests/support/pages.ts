import type { Assert } from '@japa/assert'
import axe from 'axe-core'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { resolve } from 'node:path'
import type { Page } from 'playwright'

const validator = new HtmlValidate(new FileSystemConfigLoader())

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
