import { type HttpRequest } from './client.ts'

/** What a template may name, in braces. */
export const PLACEHOLDERS = [
  /** +905XXXXXXXXX, 905XXXXXXXXX, 5XXXXXXXXX. */
  ...(['to', 'msisdn', 'national'] as const),
  ...(['text', 'sender', 'username', 'password'] as const),
  /** Ours, new for each try: thirty-two digits and letters at most. */
  'id',
  /** Username and password as HTTP's basic authentication wants them. */
  'basic',
  /** How long the message is worth sending, as HH:MM, 48 hours at most. */
  'valid',
] as const

export type Values = Record<(typeof PLACEHOLDERS)[number], string>

export type BodyType = 'json' | 'form' | 'xml'

/** A request as it is written in the settings. */
export interface TemplateSettings {
  method: string
  url: string
  headers: Record<string, string>
  type: BodyType
  /** Absent: the URL says everything. */
  body?: string
}

const CONTENT_TYPES: Record<BodyType, string> = {
  json: 'application/json; charset=utf-8',
  form: 'application/x-www-form-urlencoded',
  xml: 'text/xml; charset=utf-8',
}

const NAMED = /\{([a-z]\w*)\}/g

/**
 * A request with gaps. Whatever fills a gap stays inside it: a text with quotes, braces or tags never
 * becomes part of what surrounds it, and what stands in braces in a text is not filled again.
 */
export class Template {
  private readonly written: (values: Values) => string | undefined

  /** @throws RangeError with a sentence for whoever wrote the settings */
  constructor(private readonly settings: TemplateSettings) {
    checkUrl(settings.url)
    for (const [name, value] of Object.entries(settings.headers)) checkHeader(name, value)
    this.written = bodyOf(settings)
  }

  request(values: Values): HttpRequest {
    const { method, url, headers, type } = this.settings
    const body = this.written(values)
    const content = body === undefined ? {} : { 'content-type': CONTENT_TYPES[type] }
    const filled = Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      fill(value, values, (text) => text),
    ])
    return {
      method,
      url: new URL(fill(url, values, encodeURIComponent)),
      headers: { ...content, ...Object.fromEntries(filled) },
      body,
    }
  }
}

function checkUrl(url: string) {
  checkNames('URL', url)
  if (/\{text\}/.test(url.split('?')[0]!)) {
    throw new RangeError('URL may hold {text} only after its question mark')
  }
}

function checkHeader(name: string, value: string) {
  if (!/^[\w-]+$/.test(name) || !/^[\x20-\x7e]*$/.test(value)) {
    throw new RangeError(`HEADERS: ${name} must be a header of plain letters`)
  }
  checkNames('HEADERS', value)
  if (/\{(text|username|password)\}/.test(value)) {
    throw new RangeError('HEADERS may hold {basic}, but no {text}, {username} or {password}')
  }
}

function checkNames(where: string, text: string) {
  for (const [, name] of text.matchAll(NAMED)) {
    if (!(PLACEHOLDERS as readonly string[]).includes(name!)) {
      const known = PLACEHOLDERS.map((one) => `{${one}}`).join(', ')
      throw new RangeError(`${where}: there is no {${name}}; there are ${known}`)
    }
  }
}

function bodyOf({ body, type }: TemplateSettings): (values: Values) => string | undefined {
  if (body === undefined) return () => undefined
  checkNames('BODY', body)
  if (type === 'json') {
    const shape = parsed(body)
    return (values) => JSON.stringify(filledIn(shape, values))
  }
  if (type === 'form') return (values) => fill(body, values, encodeURIComponent)
  if (/<!/.test(body)) throw new RangeError('BODY may hold neither CDATA nor comments')
  return (values) => fill(body, values, escapedForXml)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new RangeError('BODY must be JSON, with each {name} inside quotation marks')
  }
}

/** JSON is filled as values and written anew: nothing is ever pasted between quotation marks. */
function filledIn(shape: unknown, values: Values): unknown {
  if (typeof shape === 'string') return fill(shape, values, (text) => text)
  if (Array.isArray(shape)) return shape.map((one) => filledIn(one, values))
  if (typeof shape !== 'object' || shape === null) return shape
  return Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, filledIn(one, values)]))
}

function fill(text: string, values: Values, escaped: (value: string) => string): string {
  return text.replace(NAMED, (_, name: keyof Values) => escaped(values[name]))
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escapedForXml(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}
