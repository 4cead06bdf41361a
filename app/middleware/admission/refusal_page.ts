import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import i18nManager from '@adonisjs/i18n/services/main'

/** The one button, as everywhere in the house (resources/css/shared/button.css). */
const BUTTON =
  'button{padding:9px 20px;border:1px solid #123a6b;border-radius:4px;background:#123a6b;color:#fff;font-weight:600;cursor:pointer}'

/** As the pages are that stand without the application, with the style inside. */
const STYLE = `${readFileSync(new URL('../../../public/hata/hata.css', import.meta.url), 'utf8')
  .replace(/\/\*[^]*?\*\//g, '')
  .replace(/\s+/g, ' ')
  .trim()}button,input{min-height:44px;font:inherit}${BUTTON}.said{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 16px}`

const HASH = createHash('sha256').update(STYLE).digest('base64')

/** Names and values in turn, as Node sends them fastest. */
export const PAGE_HEADERS = [
  'content-type',
  'text/html; charset=utf-8',
  'content-security-policy',
  `default-src 'none';style-src 'sha256-${HASH}';img-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'`,
  'referrer-policy',
  'same-origin',
]

export type Locale = 'tr' | 'en'

/** What is said beside a form that came back, to whom nothing came back, and who only looked. */
type Ending = 'kept' | 'keptUnsaved' | 'back' | 'open'

interface Prepared {
  head: string
  foot: string
  words: Record<Ending, string>
}

const prepared = new Map<Locale, Prepared>()

/** A page of nobody's name, made of what was prepared once. */
export function refusalPage(locale: Locale, ending: Ending) {
  return [...refusalInPieces(locale, ending)].join('')
}

/** @param inside markup between the words and the foot */
export function* refusalInPieces(locale: Locale, ending: Ending, inside: Iterable<string> = []) {
  const { head, foot, words } = preparedIn(locale)
  yield head + words[ending]
  yield* inside
  yield foot
}

/** A sentence in a language; sentences of this page have no values. */
export function said(locale: Locale, key: string) {
  return i18nManager.locale(locale).t(key)
}

function preparedIn(locale: Locale) {
  const known = prepared.get(locale) ?? prepare(locale)
  prepared.set(locale, known)
  return known
}

function prepare(locale: Locale): Prepared {
  const t = (key: string) => said(locale, key)
  const title = t('errors.busy.title')
  return {
    head: `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Açık Kapı</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
`,
    words: {
      kept: `<p>${t('errors.full.kept')}</p>\n`,
      keptUnsaved: `<p>${t('errors.full.kept')}</p>\n<p>${t('errors.full.unsaved')}</p>\n`,
      back: `<p>${t('errors.full.back')}</p>\n`,
      open: `<p>${t('errors.full.open')}</p>\n<p><a href="">${t('errors.full.reopen')}</a></p>\n`,
    },
    foot: `<p>${t('house.emergency')} <a href="tel:112"><strong>112</strong></a></p>
</main>
</body>
</html>
`,
  }
}
