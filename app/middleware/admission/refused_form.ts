import type { IncomingMessage } from 'node:http'
import string from '@adonisjs/core/helpers/string'
import i18nManager from '@adonisjs/i18n/services/main'
import { keptFields } from '#organisation'
import { AS_IT_IS, typedText } from '#shared/typed/typed_text'
import { said, type Locale } from './refusal_page.ts'

/** Bytes: what a form may hold (config/bodyparser.ts), and all that are being read at once. */
const LONGEST = 256 * 1024
const ROOM = 2 * 1024 * 1024

/** No form of the house has half as many fields. */
const MOST_FIELDS = 200
/** Characters of markup: 256 kB of plain letters, in words and in a field, take half of it. */
const LONGEST_PAGE = 1024 * 1024

/** Milliseconds for a body to be there; a test has no time to lose. */
export const READING = { deadline: 10_000 }

const FORM = 'application/x-www-form-urlencoded'

/** Who knows units and subjects is not asked: their codes stand as they are. */
const NOBODYS = { unitByCode: () => undefined, subjectByCode: () => undefined }

let inHand = 0

/** What a form says, or null when it is none, too much, or the house has its hands full of them. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const { 'content-type': type = '', 'content-encoding': packing } = request.headers
  const length = Number(request.headers['content-length'])
  if (!type.startsWith(FORM) || packing || !(length <= LONGEST)) return null
  if (inHand + length > ROOM) return null
  inHand += length
  try {
    const body = await bodyOf(request)
    const isTooMuch = body.split('&', MOST_FIELDS + 1).length > MOST_FIELDS
    return isTooMuch ? null : new URLSearchParams(body)
  } finally {
    inHand -= length
  }
}

/** By its events, without an iterator and a promise for each piece. */
async function bodyOf(request: IncomingMessage) {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  // Who left while waiting in line says so no more.
  if (request.destroyed) throw new Error('gone')
  const chunks: Buffer[] = []
  request
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .once('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    .once('error', reject)
    .once('close', () => reject(new Error('gone')))
  const late = setTimeout(() => reject(new Error('late')), READING.deadline)
  return promise.finally(() => clearTimeout(late))
}

/**
 * The form once more, in words and in hidden fields as it was sent: a petition keeps its token and
 * so stays the same petition, an officer's form the token of the session, which nobody has looked at. A
 * password comes back to nobody, and is asked for again. Null when there would be too much of it.
 */
export function formAgain(form: URLSearchParams, locale: Locale, action: string) {
  const sent = [...form].map(([name, value]) => ({ name, value }))
  const shown = sent.filter(({ name }) => !AS_IT_IS.test(name) && !UNSEEN.test(name))
  const words = shown
    .map(({ name, value }) => ({ name, value: typedText(value) }))
    .filter(({ value }) => value !== '')
  const t = (key: string) => sentence(locale, key)
  const markup = `<dl>
${keptFields(words, NOBODYS, t).map(inWords).join('')}</dl>
<form method="post" action="${escaped(action)}">
${sent.map((field) => hidden(field, locale)).join('')}<button type="submit">${t('errors.full.again')}</button>
</form>
`
  return markup.length > LONGEST_PAGE ? null : markup
}

/** Tokens are nobody's words. */
const UNSEEN = /^(_csrf|token|notice)$/

function inWords({ label, value }: { label: string; value: string }) {
  return `<dt><b>${escaped(label)}</b></dt><dd class="said">${escaped(value)}</dd>\n`
}

function hidden({ name, value }: { name: string; value: string }, locale: Locale) {
  const field = `name="${escaped(name)}"`
  if (!AS_IT_IS.test(name)) return `<input type="hidden" ${field} value="${escaped(value)}">\n`
  const label = sentence(locale, 'organisation.signIn.password')
  return `<p><label>${label} <input type="password" ${field} autocomplete="current-password"></label></p>\n`
}

function escaped(text: string) {
  return string.escapeHTML(text)
}

const sentences = new Map<string, string>()

/** Each is looked up once; a key that somebody made up is its own sentence, and is not kept. */
function sentence(locale: Locale, key: string) {
  const known = sentences.get(locale + key)
  if (known !== undefined) return known
  const i18n = i18nManager.locale(locale)
  if (!i18n.hasMessage(key)) return key
  sentences.set(locale + key, said(locale, key))
  return sentences.get(locale + key)!
}
