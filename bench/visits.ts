import type { Browser } from '#database/demo/browser'

/** A page that must be there. */
export async function page(browser: Browser, path: string, headers: Record<string, string> = {}) {
  const { status } = await browser.get(path, headers)
  if (status !== 200) throw new Error(`${path} answered ${status}`)
}

let written = 0

/**
 * A petition as people write it. No two are the same, whatever the turn: the same words from the same
 * telephone within the hour are asked about.
 */
export function petitionForm(turn: number) {
  written += 1
  return {
    text: `Sokağımızdaki kaldırım kırık, ${turn}. kez yazıyorum (${written}). Taşları yerinden oynamış.`,
    kind: 'complaint',
    subject: '',
    place: 'Zeytinli Mahallesi',
    complained: '',
    name: 'Ayşe Deneme',
    nationalId: '12345678950',
    phone: '0500 012 34 56',
    address: '',
    email: '',
  }
}

/** The whole of a submission: the form is opened, filled in and sent. @returns the receipt's address */
export async function submit(browser: Browser, typed: Record<string, string>) {
  return send(browser, typed, await formToken(browser))
}

/** Opens the form: the token that it carries. */
export async function formToken(browser: Browser) {
  const form = await browser.get('/basvuru')
  const token = /name="token"[^>]*value="([^"]+)"/.exec(form.body)?.[1]
  if (!token) throw new Error('the form has no token')
  return token
}

/** Sends a form that was opened before. @returns the receipt's address */
export async function send(browser: Browser, typed: Record<string, string>, token: string) {
  const sent = await browser.post('/basvuru', { ...typed, token })
  if (sent.status !== 303) throw new Error(`a submission answered ${sent.status}`)
  return sent.headers.location!
}

export interface Receipt {
  number: string
  secret: string
}

/** Number and code, as the receipt at this address shows them. */
export async function receiptAt(browser: Browser, address: string): Promise<Receipt> {
  const { body } = await browser.get(address)
  const number = /data-number="(\d{10})"/.exec(body)?.[1]
  const secret = /data-secret="([A-Z0-9]{6})"/.exec(body)?.[1]
  if (!number || !secret) throw new Error('the receipt shows no number and code')
  return { number, secret }
}

export async function lookUp(browser: Browser, { number, secret }: Receipt) {
  const { status } = await browser.post('/sorgula', { number, secret })
  if (status !== 200) throw new Error(`a look-up answered ${status}`)
}
