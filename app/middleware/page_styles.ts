import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The style sheets, read once at start; there is no build step. A page with which a citizen begins
 * carries inside what it needs (one request on a slow line, allowed by its hash in the policy) and
 * asks at its end, as for paper, for the sheet that holds all: the pages that follow find it there.
 * Officers' browsers fetch one sheet. Both are kept, since their addresses hold a hash of what is in
 * them.
 */
export class PageStyles {
  /** What stands between <style> and </style> on a page with which a citizen begins. */
  readonly inline: string
  /** For the policy's `style-src`. */
  readonly inlineHash: string
  /** Address of a citizen's sheet. */
  readonly public: string
  /** Address of the officers'. */
  readonly staff: string
  readonly #sheets: ReadonlyMap<string, string>

  constructor(folder: string) {
    const [shared, open, paper] = [
      read(folder, 'shared'),
      read(folder, 'public'),
      read(folder, 'print'),
    ]
    this.inline = smaller(textOf([...shared, ...open].filter(({ file }) => !LATER.includes(file))))
    this.inlineHash = `sha256-${digest(this.inline, 'base64')}`
    const staff = read(folder, 'staff')
    const sheets = [open, staff].map((own) => smaller(textOf([...shared, ...own, ...paper])))
    const addresses = sheets.map((css) => `/bicem/${digest(css, 'hex').slice(0, 12)}.css`)
    ;[this.public, this.staff] = addresses as [string, string]
    this.#sheets = new Map(addresses.map((address, at) => [address, sheets[at]!]))
  }

  /** An earlier version's page gets the officers' of today: theirs stay open the longest. */
  at(address: string) {
    const sheet = this.#sheets.get(address)
    return { css: sheet ?? this.#sheets.get(this.staff)!, isCurrent: sheet !== undefined }
  }
}

/** What others build on; the components after it stand in any order. */
const FIRST = ['tokens.css', 'base.css', 'page.css']

/** Of pages to which a form leads. */
const LATER = [
  ...['files.css', 'letter.css', 'line.css', 'papers.css', 'problems.css', 'receipt.css'],
  'room.css',
  'state.css',
]

function read(folder: string, part: string) {
  const files = readdirSync(join(folder, part)).sort()
  const ordered = [
    ...FIRST.filter((name) => files.includes(name)),
    ...files.filter((name) => name.endsWith('.css') && !FIRST.includes(name)),
  ]
  return ordered.map((file) => ({ file, css: readFileSync(join(folder, part, file), 'utf8') }))
}

function textOf(parts: { css: string }[]) {
  return parts.map(({ css }) => css).join('')
}

/** Comments and the space around punctuation: a third of the bytes, and nothing to go wrong. */
function smaller(css: string) {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim()
}

function digest(text: string, form: 'base64' | 'hex') {
  return createHash('sha256').update(text).digest(form)
}
