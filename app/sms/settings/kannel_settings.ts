import { type SettingsReader } from './settings_reader.ts'
import { type Alphabet } from '../encoding/sms_text.ts'
import { webhookPath, webhookSettings, type WebhookSettings } from './webhook_settings.ts'
import { checkSecrecy } from './secrecy.ts'
import { httpAccount, type HttpAccount } from './http_account.ts'
import { KANNEL_REPORT } from '../receipts/report_shape.ts'

export interface KannelGatewaySettings extends HttpAccount {
  driver: 'kannel'
  /** As it stands in SMS_GATEWAYS. */
  name: string
  /** The single shift does not pass: see gateways/kannel.ts. */
  alphabet: Exclude<Alphabet, 'single'>
  suffix?: number
  smsc?: string
  webhook: WebhookSettings
  /** The address that Kannel is given to report to, the secret included. */
  reportTo: string
}

const SENDSMS = 'http://127.0.0.1:13013/cgi-bin/sendsms'
const HERE = '127.0.0.1, ::1'

/** @throws RangeError with a sentence for whoever wrote the settings */
export function kannelSettings(name: string, reader: SettingsReader): KannelGatewaySettings {
  const webhook = webhookSettings(reader, KANNEL_REPORT, HERE)
  if (!webhook) throw reader.refusal('HOOK_SECRET', 'is missing: without it Kannel reports nothing')
  const base = reader.text('HOOK_URL') ?? `http://127.0.0.1:${reader.house('PORT') ?? 3333}`
  if (!URL.canParse(base)) {
    throw reader.refusal('HOOK_URL', 'must be the address of this server, as Kannel reaches it')
  }
  // The secret of the address for reports goes along with each text, and comes back with each report.
  checkSecrecy('HOOK_URL', base, reader)
  return {
    driver: 'kannel',
    name,
    ...httpAccount(reader, { url: SENDSMS, hasAccount: true }),
    alphabet: reader.choice('ALPHABET', ['locking', 'ucs2', 'plain'], 'locking'),
    suffix: reader.number('SUFFIX'),
    smsc: reader.text('SMSC'),
    webhook,
    reportTo: new URL(webhookPath(name, webhook), base).href,
  }
}
