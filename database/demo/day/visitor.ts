import { Browser, type Answer } from '../browser.ts'
import { DEMO_PASSWORD } from '#config/demonstration'

/** Somebody at the web pages who reads forms as they stand and sends them: citizen or officer. */
export class Visitor {
  readonly #browser: Browser

  constructor(private readonly base: string) {
    this.#browser = new Browser(base)
  }

  /** An officer, signed in with the demonstration's password. */
  static async signedIn(base: string, login: string, password = DEMO_PASSWORD) {
    const visitor = new Visitor(base)
    const answer = await visitor.#browser.post('/giris', { login, password })
    if (answer.status !== 303) throw new Error(`${login} cannot sign in: ${answer.status}`)
    return visitor
  }

  async open(path: string) {
    return expected(await this.#browser.get(path), 200, path)
  }

  /**
   * Opens the page, takes over the form's hidden fields, adds what is typed, and sends it; a second
   * time where it only says something before it is sent.
   */
  async fillIn(page: string, action: string, typed: Record<string, string>) {
    const { body } = await this.open(page)
    const first = await this.#browser.post(action, { ...hiddenFields(body, action), ...typed })
    const isAsked = first.status === 422 && problemsOf(first.body).length === 0
    const answer = isAsked
      ? await this.#browser.post(action, { ...hiddenFields(first.body, action), ...typed })
      : first
    return expected(answer, 303, `${action} of ${page}`)
  }

  /** Sends a form that needs no page before it. */
  async send(path: string, typed: Record<string, string>, status = 200) {
    return expected(await this.#browser.post(path, typed), status, path)
  }

  /** Sends a form with a file; nothing else of it is typed but these fields. */
  async upload(page: string, action: string, typed: Record<string, string>, file: File) {
    const { body } = await this.open(page)
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...hiddenFields(body, action), ...typed })) {
      form.set(name, value)
    }
    form.set('file', file)
    const headers = { cookie: this.#browser.cookies }
    const about = { method: 'POST', headers, body: form, redirect: 'manual' } as const
    const answer = await fetch(new URL(action, this.base), about)
    const { status } = answer
    const found = { status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
    return expected(found, 303, `${action} of ${page}`)
  }

  leave() {
    this.#browser.close()
  }
}

/** The hidden fields of the form that posts to this address, by itself or by one of its buttons. */
export function hiddenFields(page: string, action: string) {
  const button = new RegExp(`<button\\b[^>]*formaction="${action}"[^>]*>`).exec(page)?.[0]
  const own = button ? `<form id="${attribute(button, 'form')}"` : ` action="${action}"`
  const form = [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)]
    .map(([html]) => html)
    .find((html) => html.includes(own))
  if (!form) throw new Error(`the page has no form for ${action}`)
  const hidden = [...form.matchAll(/<input\b[^>]*type=["']hidden["'][^>]*>/g)].map(([html]) => html)
  return Object.fromEntries(
    hidden.map((html) => [attribute(html, 'name'), attribute(html, 'value')])
  )
}

function attribute(html: string, name: string) {
  const [, double, single] = new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)')`).exec(html) ?? []
  return double ?? single ?? ''
}

function expected<Found extends Pick<Answer, 'status' | 'body'>>(
  answer: Found,
  status: number,
  what: string
) {
  if (answer.status !== status) {
    const title = /<title>([^<]*)/.exec(answer.body)?.[1]?.trim()
    const said = problemsOf(answer.body).join(' ')
    throw new Error(`${what}: ${answer.status} instead of ${status} (${title}) ${said}`)
  }
  return answer
}

function problemsOf(page: string) {
  const problems = page.matchAll(/class="problems__list"[\s\S]*?<li>([\s\S]*?)<\/li>/g)
  return [...problems].map(([, html]) => html!.replace(/<[^>]+>/g, '').trim())
}
