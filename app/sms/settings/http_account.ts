import { type SettingsReader } from './settings_reader.ts'
import { checkSecrecy } from './secrecy.ts'
import { type HttpTimes } from '../http/session.ts'

/** What every gateway over HTTP is asked for. */
export interface HttpAccount {
  url: string
  username: string
  password: string
  sender: string
  window: number
  /** Requests a second, at most. */
  rate?: number
  /** File with the certificate authority, where it is not one of the usual. */
  ca?: string
  times: Partial<HttpTimes>
}

/** @throws RangeError with a sentence for whoever wrote the settings */
export function httpAccount(
  reader: SettingsReader,
  otherwise: { url?: string; perSecond?: number; hasAccount: boolean }
): HttpAccount {
  const url = reader.text('URL') ?? otherwise.url
  if (url === undefined || !isAddress(url)) {
    throw reader.refusal('URL', 'must be http(s)://host/…, without a name or a password in it')
  }
  checkSecrecy('URL', url, reader)
  for (const name of ['USERNAME', 'PASSWORD']) {
    if (otherwise.hasAccount && !reader.text(name)) throw reader.refusal(name, 'is missing')
  }
  const seconds = reader.atLeastOne('TIMEOUT')
  return {
    url,
    username: reader.text('USERNAME', ''),
    password: reader.text('PASSWORD', ''),
    sender: reader.text('SENDER', 'ACIKKAPI'),
    window: reader.atLeastOne('WINDOW') ?? 10,
    rate: reader.perSecond(otherwise.perSecond),
    ca: reader.text('CA'),
    times: seconds ? { response: seconds * 1_000 } : {},
  }
}

/** Gaps of a template stand after the host. */
function isAddress(url: string) {
  return /^https?:\/\/[^/?#{}@\s]+([/?#]|$)/.test(url) && URL.canParse(url)
}
