import type { IncomingMessage } from 'node:http'
import string from '@adonisjs/core/helpers/string'
import i18nManager from '@adonisjs/i18n/services/main'
import { keptFields } from '#organisation'
import { AS_IT_IS, typedText } from '#shared/typed/typed_text'
import { LONGEST, READING } from './bodies.ts'
import { piecesOf } from './pieces.ts'
import { said, type Locale } from './refusal_page.ts'

/** No form of the house has half as many fields. */
const MOST_FIELDS = 400
const FORM = 'application/x-www-form-urlencoded'

/** Who knows units and subjects is not asked: their codes stand as they are. */
const NOBODYS = { unitByCode: () => undefined, subjectByCode: () => undefined }

/** Whether it is a form, and none that is too long for the house. */
export function isForm({ headers }: IncomingMessage) {
  const { 'content-type': type = '', 'content-encoding': packing } = headers
  return type.startsWith(FORM) && !packing && Number(headers['content-length']) <= LONGEST
}

/** What a form says, or null when it says too much. Whoever calls it has made room. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const body = await bodyOf(request)
  const isTooMuch = body.split('&', MOST_FIELDS + 1).length > MOST_FIELDS
  return isTooMuch ? null : new URLSearchParams(body)
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
 * password comes back to nobody, and is asked for again. In pieces, of which none is long.
 */
export function* formAgain(
  form: URLSearchParams,
  locale: Locale,
  action: string
): Generator<string> {
  const sent = [...form].map(([name, value]) => ({ name, value }))
  const shown = sent.filter(({ name }) => !AS_IT_IS.test(name) && !UNSEEN.test(name))
  const words = shown
    .map(({ name, value }) => ({ name, value: typedText(value) }))
    .filter(({ value }) => value !== '')
  const t = (key: string) => sentence(locale, key)
  yield '<dl>\n'
  for (const field of keptFields(words, NOBODYS, t)) yield* inWords(field)
  yield `</dl>\n<form method="post" action="${escaped(action)}">\n`
  for (const field of sent) yield* hidden(field, locale)
  yield `<button type="submit">${t('errors.full.again')}</button>\n</form>\n`
}

/** Tokens are nobody's words. */
const UNSEEN = /^(_csrf|token|notice)$/

function* inWords({ label, value }: { label: string; value: string }) {
  yield `<dt><b>${escaped(label)}</b></dt><dd class="said">`
  yield* piecesOf(value, escaped)
  yield '</dd>\n'
}

function* hidden(
  { name, value }: { name: string; value: string },
  locale: Locale
): Generator<string> {
  const field = `name="${escaped(name)}"`
  const t = (key: string) => sentence(locale, key)
  if (AS_IT_IS.test(name)) {
    return yield passwordAgain(field, keptFields([{ name, value: '' }], NOBODYS, t)[0]!.label)
  }
  yield `<input type="hidden" ${field} value="`
  yield* piecesOf(value, escaped)
  yield '">\n'
}

/** Old or new: whoever keeps passwords for somebody fills in none that is being chosen. */
function passwordAgain(field: string, label: string) {
  const kind = /"(new|again)/.test(field) ? 'new-password' : 'current-password'
  return `<p><label>${escaped(label)} <input type="password" ${field} autocomplete="${kind}"></label></p>\n`
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
