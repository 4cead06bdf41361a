import { SettingsReader, type Lookup } from './settings_reader.ts'
import type { IdBase } from '../receipts/message_id.ts'
import { wantsTls } from './secrecy.ts'
import { ALPHABETS, type Alphabet } from '../encoding/sms_text.ts'
import { httpSettings, type HttpGatewaySettings } from './http_settings.ts'
import { kannelSettings, type KannelGatewaySettings } from './kannel_settings.ts'

/** What every gateway is asked for. */
interface Common {
  /** As it stands in SMS_GATEWAYS; in rows, on the page, in the log. */
  name: string
  /** Of Turkish texts; one that has none of its own letters goes without a table. */
  alphabet: Alphabet
}

export interface SmppGatewaySettings extends Common {
  driver: 'smpp'
  host: string
  port: number
  systemId: string
  password: string
  systemType?: string
  /** The registered sender name. */
  sender: string
  /** Messages under way, at most. */
  window: number
  /** Messages a second, at most. */
  perSecond?: number
  tls: boolean
  /** File with the operator's certificate authority, where it is not one of the usual. */
  ca?: string
  /** Of seven-bit texts, where the operator asks for another than 0. */
  dataCoding?: number
  /** Letters that the operator appends (« B123»). */
  suffix?: number
  /** How ids of receipts are written; `auto` guesses, for the same telephone only. */
  receiptIds: IdBase
}

export interface LogGatewaySettings extends Common {
  driver: 'log'
}

export type GatewaySettings =
  SmppGatewaySettings | KannelGatewaySettings | HttpGatewaySettings | LogGatewaySettings
export type Driver = GatewaySettings['driver']

/** E-mail has the lease of that name; under the others' prefixes stand the house's own settings. */
const RESERVED = ['mail', 'db', 'smtp', 'sms']

const ID_BASES = ['exact', 'auto', 'hex→decimal', 'decimal→hex'] as const

const READERS: Record<Driver, (name: string, reader: SettingsReader) => GatewaySettings> = {
  smpp: (name, reader) => {
    const host = reader.text('HOST', '127.0.0.1')
    return {
      ...common(name, reader),
      driver: 'smpp',
      host,
      port: reader.atLeastOne('PORT') ?? 2775,
      systemId: reader.text('SYSTEM_ID', 'acikkapi'),
      password: reader.text('PASSWORD', ''),
      systemType: reader.text('SYSTEM_TYPE'),
      sender: reader.text('SENDER', 'ACIKKAPI'),
      window: reader.atLeastOne('WINDOW') ?? 10,
      perSecond: reader.perSecond(),
      tls: wantsTls(host, reader),
      ca: reader.text('CA'),
      dataCoding: reader.number('DATA_CODING'),
      suffix: reader.number('SUFFIX'),
      receiptIds: reader.choice('RECEIPT_IDS', ID_BASES, 'auto'),
    }
  },
  kannel: kannelSettings,
  http: httpSettings,
  log: (name, reader) => ({ ...common(name, reader), driver: 'log' }),
}

/**
 * The gateways that SMS_GATEWAYS names, the preferred one first: `smpp`, or `turk:smpp, yedek:http`.
 *
 * @throws RangeError with a sentence for whoever wrote the settings
 */
export function gatewaySettings(list: string, lookup: Lookup): GatewaySettings[] {
  const wanted = list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  if (wanted.length === 0) throw new RangeError('SMS_GATEWAYS names no gateway')
  const all = wanted.map((one) => settingsOf(one, lookup))
  const names = all.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new RangeError(`SMS_GATEWAYS names ${twice} twice`)
  return all
}

function settingsOf(wanted: string, lookup: Lookup): GatewaySettings {
  const [name = '', driver = name] = wanted.split(':').map((part) => part.trim())
  if (!/^[a-z][a-z0-9]{0,19}$/.test(name)) {
    throw new RangeError(
      `SMS_GATEWAYS: a gateway is named with small letters and digits, not ${name}`
    )
  }
  if (RESERVED.includes(name)) {
    throw new RangeError(
      `SMS_GATEWAYS: no gateway may be called ${name}, the house itself uses that name; call it gsm, for example`
    )
  }
  const reader = READERS[driver as Driver]
  if (!reader) {
    const known = Object.keys(READERS).join(', ')
    throw new RangeError(
      `SMS_GATEWAYS: there is no gateway of the kind ${driver}; the kinds are ${known}`
    )
  }
  return reader(name, new SettingsReader(`${name.toUpperCase()}_`, lookup))
}

function common(name: string, reader: SettingsReader): Common {
  return { name, alphabet: reader.choice('ALPHABET', ALPHABETS, 'single') }
}
