import { type SettingsReader } from './settings_reader.ts'
import { AllowList } from './allow_list.ts'
import { type ReportShape } from '../receipts/report_shape.ts'

/** Who may report to us, and how they write. */
export interface WebhookSettings {
  /** Part of the address that the company is given; nothing else proves who calls. */
  secret: string
  /** Addresses and networks (10.1.0.0/16) from which the company calls. */
  from: string[]
  shape: ReportShape
}

/**
 * The secret address to which a company reports, or undefined where there is none.
 *
 * @param from from where it calls, when the settings do not say
 * @throws RangeError for a secret that could be guessed, or when nobody may call
 */
export function webhookSettings(
  reader: SettingsReader,
  shape: ReportShape,
  from?: string
): WebhookSettings | undefined {
  const secret = reader.text('HOOK_SECRET')
  if (secret === undefined) return undefined
  if (!/^[\w-]{32,200}$/.test(secret)) {
    throw reader.refusal('HOOK_SECRET', 'must be at least 32 letters and digits, drawn at random')
  }
  const addresses = (reader.text('HOOK_FROM') ?? from ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  if (addresses.length === 0) {
    throw reader.refusal('HOOK_FROM', 'must name the addresses from which the company reports')
  }
  check(addresses, reader)
  return { secret, from: addresses, shape }
}

/** Where the reports of a gateway arrive; start/routes.ts has the same. */
export function webhookPath(gateway: string, { secret }: WebhookSettings) {
  return `/sms/rapor/${gateway}/${secret}`
}

function check(addresses: string[], reader: SettingsReader) {
  try {
    void new AllowList(addresses)
  } catch (error) {
    throw reader.refusal('HOOK_FROM', `is wrong: ${(error as Error).message}`)
  }
}
