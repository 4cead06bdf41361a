import { SILENT, type Log } from '../log.ts'
import { normalised, type Alphabet } from '../encoding/sms_text.ts'
import { withoutMarks } from '../encoding/normalised.ts'
import { type AnswerPatterns } from '../http/answers.ts'
import { type Answer } from '../http/client.ts'
import { parseJson } from '../http/json.ts'
import { HttpSession, type HttpPart, type HttpSessionSettings } from '../http/session.ts'
import { Template, type TemplateSettings, type Values } from '../http/template.ts'
import { newId } from '../receipts/message_id.ts'
import { SessionGateway, type Signed } from './session_gateway.ts'

export interface HttpSettings extends HttpSessionSettings, TemplateSettings {
  name: string
  url: string
  username: string
  password: string
  sender: string
  /** `plain` takes the marks off Turkish letters; for any other the text goes as it is. */
  alphabet: Alphabet
  patterns: AnswerPatterns
  /** Where the answer holds the company's id: `jobid`, `messages.0.id`, or what a pattern captures. */
  idPath?: string
  idPattern?: RegExp
}

const TWO_DAYS = 48 * 60

/**
 * A company (SMS firması, toplu SMS) that takes a text as it is written and cuts it into parts itself:
 * one message, one request, one id.
 */
export class HttpGateway extends SessionGateway<HttpPart> {
  private readonly template: Template

  /** @throws RangeError for a template with which something is wrong. */
  constructor(
    private readonly settings: HttpSettings,
    log: Log = SILENT
  ) {
    const { hostname: host } = new URL(settings.url)
    super({ ...settings, host }, new HttpSession(settings, settings.patterns, log), log)
    this.template = new Template(settings)
  }

  protected parts(sms: Signed): HttpPart[] {
    const id = newId()
    const request = this.template.request(this.values(sms, id))
    return [{ id, request, idIn: (answer) => this.idIn(answer) ?? id }]
  }

  /** Null where the company has none, or reports under ours. */
  private idIn({ body }: Answer): string | null {
    const { idPath, idPattern } = this.settings
    if (idPath) return found(body, idPath)
    return idPattern?.exec(body)?.[1] ?? null
  }

  private values({ to, text, sender, expiresAt }: Signed, id: string): Values {
    const { username, password, alphabet } = this.settings
    const written = normalised(text)
    return {
      to,
      msisdn: to.slice(1),
      national: to.slice(3),
      text: alphabet === 'plain' ? withoutMarks(written) : written,
      sender,
      username,
      password,
      id,
      basic: Buffer.from(`${username}:${password}`).toString('base64'),
      valid: hoursUntil(expiresAt),
    }
  }
}

function found(body: string, path: string): string | null {
  try {
    let value = parseJson(body)
    for (const key of path.split('.')) value = (value as Record<string, unknown> | null)?.[key]
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}

function hoursUntil(expiresAt?: Date): string {
  const left = expiresAt ? Math.ceil((expiresAt.getTime() - Date.now()) / 60_000) : TWO_DAYS
  const minutes = Math.min(Math.max(left, 1), TWO_DAYS)
  return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':')
}
