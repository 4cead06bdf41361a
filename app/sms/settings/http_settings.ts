import { type SettingsReader } from './settings_reader.ts'
import { type DeliveryState } from '../receipts/receipt.ts'
import { ALPHABETS, type Alphabet } from '../encoding/sms_text.ts'
import { type AnswerPatterns } from '../http/answers.ts'
import { webhookSettings, type WebhookSettings } from './webhook_settings.ts'
import { httpAccount, type HttpAccount } from './http_account.ts'
import { PRESETS, type Preset } from '../http/presets.ts'
import { type ReportShape } from '../receipts/report_shape.ts'
import { Template, type BodyType, type TemplateSettings } from '../http/template.ts'

export interface HttpGatewaySettings extends HttpAccount, TemplateSettings {
  driver: 'http'
  /** As it stands in SMS_GATEWAYS. */
  name: string
  alphabet: Alphabet
  patterns: AnswerPatterns
  idPath?: string
  idPattern?: RegExp
  /** Absent: the company reports nothing, and a message that was sent ends as unknown. */
  webhook?: WebhookSettings
}

const TYPES = ['json', 'form', 'xml'] as const
const METHODS = ['POST', 'GET', 'PUT'] as const
const NO_PRESET = ['none', ...Object.keys(PRESETS)] as ('none' | keyof typeof PRESETS)[]

/**
 * A company by its ready settings (PRESET), by a template of one's own, or by ready settings of which
 * some are written otherwise.
 *
 * @throws RangeError with a sentence for whoever wrote the settings
 */
export function httpSettings(name: string, reader: SettingsReader): HttpGatewaySettings {
  const chosen = reader.choice('PRESET', NO_PRESET, 'none')
  const preset: Partial<Preset> = chosen === 'none' ? {} : PRESETS[chosen]
  const account = httpAccount(reader, { ...preset, hasAccount: chosen !== 'none' })
  const template = {
    method: reader.choice('METHOD', METHODS, (preset.method ?? 'POST') as 'POST'),
    url: account.url,
    headers: headersOf(reader) ?? preset.headers ?? {},
    type: reader.choice<BodyType>('TYPE', TYPES, preset.type ?? 'json'),
    body: reader.text('BODY') ?? preset.body,
  }
  checkTemplate(template, reader)
  return {
    driver: 'http',
    name,
    ...account,
    ...template,
    alphabet: reader.choice('ALPHABET', ALPHABETS, 'single'),
    patterns: patternsOf(reader, preset.patterns),
    idPath: reader.text('ID_PATH') ?? preset.idPath,
    idPattern: reader.pattern('ID_PATTERN'),
    webhook: webhookSettings(reader, shapeOf(reader, preset.report)),
  }
}

function headersOf(reader: SettingsReader): Record<string, string> | undefined {
  const text = reader.text('HEADERS')
  if (text === undefined) return undefined
  const refusal = () =>
    reader.refusal('HEADERS', 'must be JSON of names and texts: {"Authorization":"Basic {basic}"}')
  try {
    const headers = JSON.parse(text) as Record<string, string>
    const isFlat = Object.values(headers).every((value) => typeof value === 'string')
    if (isFlat && !Array.isArray(headers)) return headers
  } catch {
    throw refusal()
  }
  throw refusal()
}

function checkTemplate(template: TemplateSettings, reader: SettingsReader) {
  try {
    void new Template(template)
  } catch (error) {
    throw reader.about((error as Error).message)
  }
}

function patternsOf(reader: SettingsReader, ready?: AnswerPatterns): AnswerPatterns {
  const success = reader.pattern('SUCCESS') ?? ready?.success
  if (!success) {
    throw reader.refusal('SUCCESS', 'must say how an answer looks that means yes: ^200 .*"ok"')
  }
  return {
    success,
    configuration: reader.pattern('CONFIGURATION') ?? ready?.configuration,
    throttled: reader.pattern('THROTTLED') ?? ready?.throttled,
    permanent: reader.pattern('PERMANENT') ?? ready?.permanent,
    temporary: reader.pattern('TEMPORARY') ?? ready?.temporary,
  }
}

const REPORTED: [string, DeliveryState][] = [
  ['REPORT_DELIVERED', 'delivered'],
  ['REPORT_EXPIRED', 'expired'],
  ['REPORT_UNDELIVERABLE', 'undeliverable'],
  ['REPORT_REJECTED', 'rejected'],
  ['REPORT_WAITING', 'enroute'],
]

/** Ready, or of one's own: under which names the report has what, and in which words. */
function shapeOf(reader: SettingsReader, ready?: ReportShape): ReportShape {
  const names = (name: string) =>
    reader
      .text(name)
      ?.split(',')
      .map((one) => one.trim())
  const written = REPORTED.flatMap(([name, state]): [DeliveryState, RegExp][] => {
    const words = reader.pattern(name)
    return words ? [[state, words]] : []
  })
  return {
    within: names('REPORT_WITHIN') ?? ready?.within ?? [],
    id: names('REPORT_ID') ?? ready?.id ?? ['id'],
    state: names('REPORT_STATE') ?? ready?.state ?? ['status'],
    error: names('REPORT_ERROR') ?? ready?.error ?? ['error'],
    to: names('REPORT_TO') ?? ready?.to ?? ['to'],
    reply: ready?.reply,
    meanings: [...written, ...(ready?.meanings ?? USUAL)],
  }
}

/** Words of which most companies use some. */
const USUAL: [DeliveryState, RegExp][] = [
  ['delivered', /^(delivrd|delivered)$/i],
  ['expired', /^expired$/i],
  ['undeliverable', /^(undeliv|undelivered|undeliverable|not_?delivered|failed)$/i],
  ['rejected', /^(reject|rejectd|rejected)$/i],
  ['accepted', /^(acceptd|accepted)$/i],
  ['enroute', /^(enroute|sending|sent|queued|waiting|pending|buffered)$/i],
]
