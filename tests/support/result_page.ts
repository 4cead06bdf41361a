import type { Browser, BrowserContextOptions } from 'playwright'
import type { Petition, Secret } from '#intake'

/** The result of a petition as its petitioner opens it in a browser of their own, and its code. */
export async function resultPage(
  browser: Browser,
  { number }: Petition,
  secret: Secret,
  options: BrowserContextOptions = {}
) {
  const citizen = await (await browser.newContext(options)).newPage()
  await citizen.goto(`http://${process.env.HOST}:${process.env.PORT}/sorgula`)
  await citizen.fill('[name=number]', number)
  await citizen.fill('[name=secret]', secret.text)
  const [shown] = await Promise.all([
    citizen.waitForResponse((one) => one.request().method() === 'POST'),
    citizen.click('form[action="/sorgula"] button'),
  ])
  // The box beside what was written keeps its own: Firefox ticks it again otherwise.
  const html = (await shown.text()).replace(/(id="with-text") autocomplete="off"/, '$1')
  return { citizen, html }
}
