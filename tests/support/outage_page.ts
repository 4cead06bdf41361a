import type { BrowserContext, Page } from 'playwright'

const PAGE = '/masa/kesinti'

/** Opens the desk's form while the line is there, and waits until the browser is ready for when it is not. */
export async function prepared(context: BrowserContext, base = '') {
  const page = await context.newPage()
  await page.goto(`${base}/masa/yeni`)
  await page.evaluate(`(async () => {
    for (;;) {
      const registration = await navigator.serviceWorker.getRegistration('${PAGE}')
      const isKept = registration && registration.active && registration.active.state === 'activated'
      if (isKept && (await ${read('tokens')}).length === 50) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()`)
  return page
}

/** The page, once one may write on it. */
export async function outagePage(context: BrowserContext, base = '') {
  const page = await context.newPage()
  await page.goto(`${base}${PAGE}`)
  await page.waitForSelector('[data-outage-form]:not([hidden])')
  return page
}

/** Writes so many forms, as an officer does, and goes on to the next one. */
export async function write(page: Page, texts: readonly string[], name = 'Ayşe Deneme') {
  for (const text of texts) {
    await page.fill('[name=text]', text)
    await page.fill('[name=name]', name)
    await page.fill('[name=phone]', '0500 012 34 56')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('[data-slip]:not([hidden])')
    await page.click('[data-slip-next]')
  }
}

/** What stands on the slip. */
export function referenceOn(page: Page) {
  return page.locator('[data-slip-reference]').innerText()
}

/** All that the browser keeps of one sort: `forms`, `tokens`, `facts`. */
export function kept(page: Page, sort: string) {
  return page.evaluate<Record<string, unknown>[]>(read(sort))
}

function read(sort: string) {
  return `new Promise((resolve, reject) => {
    const opening = indexedDB.open('kesinti')
    opening.onerror = () => reject(opening.error)
    opening.onupgradeneeded = () => opening.transaction.abort()
    opening.onsuccess = () => {
      const all = opening.result.transaction('${sort}').objectStore('${sort}').getAll()
      all.onsuccess = () => resolve(all.result)
      opening.result.close()
    }
  }).catch(() => [])`
}

/** Nothing waits any more. */
export function allSent(page: Page) {
  return page.waitForSelector('[data-part-of=waiting]', { state: 'hidden', timeout: 60_000 })
}
