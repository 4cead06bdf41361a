import type { IncomingMessage, ServerResponse } from 'node:http'
import { isForeign } from '../own_form_middleware.ts'
import { inPieces } from './pieces.ts'
import { isLarge, roomToGiveBack } from './bodies.ts'
import { LOOKS, type Kind } from './kinds.ts'
import { PAGE_HEADERS, refusalInPieces, refusalPage, said, type Locale } from './refusal_page.ts'
import { formAgain, isForm, readForm } from './refused_form.ts'

/** Seconds, not the same for everybody: or all of them come back at once. */
const AGAIN_AFTER = 90
const AND_UP_TO = 90

const TEXT = ['content-type', 'text/plain; charset=utf-8']
const JSON_TYPE = ['content-type', 'application/json; charset=utf-8']

/**
 * Says that there is too much to do, before anything was done: no session, no database, no view. What
 * was typed comes back as long as it can be read.
 *
 * @param action where it can be sent once more; null where nothing takes it
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  kind: Kind,
  action: string | null
) {
  if (request.socket.destroyed) return
  const locale = localeOf(request)
  if (kind === 'reports') return send(response, TEXT, 'busy')
  if (request.headers['hx-request-type'] === 'partial') return besides(response)
  switch (wantedBy(request)) {
    case 'json':
      return send(response, JSON_TYPE, JSON.stringify({ message: title(locale) }))
    case 'text':
      return send(response, TEXT, title(locale))
  }
  if (request.method !== 'POST') return page(response, refusalPage(locale, 'open'))
  void giveBack(request, response, { kind, action, locale })
}

async function giveBack(
  request: IncomingMessage,
  response: ServerResponse,
  { kind, action, locale }: { kind: Kind; action: string | null; locale: Locale }
) {
  // Of another site's form nothing comes back: its button would send it as one's own.
  const isTaken = action !== null && !isTheirs(request) && isForm(request)
  const hasRoom = isTaken && (await roomToGiveBack(request, response))
  const form = hasRoom ? await readForm(request).catch(() => null) : null
  if (!form) return sendAway(request, response)
  const ending = LOOKS.includes(kind) ? 'kept' : 'keptUnsaved'
  const again = formAgain(form, locale, onceMore(action!, kind))
  const pieces = refusalInPieces(locale, ending, again)
  if (!isLarge(request)) return page(response, [...pieces].join(''))
  if (!begin(response, PAGE_HEADERS)) return
  await inPieces(response, pieces)
}

function sendAway(request: IncomingMessage, response: ServerResponse) {
  if (response.headersSent || response.destroyed) return
  // Nobody reads the rest of it.
  response.setHeader('connection', 'close')
  page(response, refusalPage(localeOf(request), 'back'))
}

function isTheirs({ headers }: IncomingMessage) {
  const asked = {
    header: (name: string) => headers[name.toLowerCase()] as string | undefined,
    host: () => headers.host ?? null,
  }
  return isForeign(asked, 'foreign')
}

/** Each sending of a petition has an address of its own: see Submission (intake/form). */
function onceMore(url: string, kind: Kind) {
  if (kind !== 'petitions') return url
  const [path, asked = ''] = url.split('?', 2)
  return `${path}?kez=${(Number(/\bkez=(\d{1,6})/.exec(asked)?.[1]) || 0) + 1}`
}

/** A part of a page stays as it stands, and the page says why (shared/fragment.ts). */
function besides(response: ServerResponse) {
  const headers = ['content-type', 'text/html; charset=utf-8', 'vary', 'HX-Request-Type']
  headers.push('hx-retarget', '#beside', 'hx-reswap', 'innerHTML')
  const words = (['tr', 'en'] as const).map(
    (locale) => `<span lang="${locale}">${said(locale, 'errors.fragment.failed')}</span>`
  )
  send(response, headers, `<p class="note note--late">${words.join(' ')}</p>`)
}

function page(response: ServerResponse, markup: string) {
  send(response, PAGE_HEADERS, markup)
}

function send(response: ServerResponse, headers: string[], body: string) {
  const length = String(Buffer.byteLength(body))
  if (begin(response, [...headers, 'content-length', length])) response.end(body)
}

function begin(response: ServerResponse, headers: string[]) {
  if (response.headersSent || response.destroyed) return false
  const wait = AGAIN_AFTER + Math.floor(Math.random() * AND_UP_TO)
  response.writeHead(503, [
    ...headers,
    ...['retry-after', String(wait), 'cache-control', 'no-store'],
    ...['x-content-type-options', 'nosniff'],
  ])
  return true
}

/** Of an officer nobody knows the language before the session is read. */
function localeOf({ url }: IncomingMessage): Locale {
  return url!.startsWith('/en/') || /^\/en(\?|$)/.test(url!) ? 'en' : 'tr'
}

function wantedBy({ headers: { accept = 'text/html' } }: IncomingMessage) {
  if (/text\/html|\*\/\*/.test(accept)) return 'html'
  if (/\bapplication\/json\b/.test(accept)) return 'json'
  return /\btext\/plain\b/.test(accept) ? 'text' : 'html'
}

function title(locale: Locale) {
  return said(locale, 'errors.busy.title')
}
