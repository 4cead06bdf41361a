import { type SettingsReader } from './settings_reader.ts'
import { checkSecrecy } from './secrecy.ts'
import { type LineTimes } from '../http/line.ts'

/** What every gateway over HTTP is asked for. */
export interface WrittenLine {
  url: string
  username: string
  password: string
  sender: string
  window: number
  /** Requests a second, at most. */
  rate?: number
  /** File with the certificate authority, where it is not one of the usual. */
  ca?: string
  times: Partial<LineTimes>
}

/** @throws RangeError with a sentence for whoever wrote the settings */
export function lineSettings(
  given: SettingsReader,
  otherwise: { url?: string; perSecond?: number; hasAccount: boolean }
): WrittenLine {
  const url = given.text('URL') ?? otherwise.url
  if (url === undefined || !isAddress(url)) {
    throw given.refusal('URL', 'must be http(s)://host/…, without a name or a password in it')
  }
  checkSecrecy('URL', url, given)
  for (const name of ['USERNAME', 'PASSWORD']) {
    if (otherwise.hasAccount && !given.text(name)) throw given.refusal(name, 'is missing')
  }
  const seconds = given.atLeastOne('TIMEOUT')
  return {
    url,
    username: given.text('USERNAME', ''),
    password: given.text('PASSWORD', ''),
    sender: given.text('SENDER', 'ACIKKAPI'),
    window: given.atLeastOne('WINDOW') ?? 10,
    rate: given.pace(otherwise.perSecond),
    ca: given.text('CA'),
    times: seconds ? { response: seconds * 1_000 } : {},
  }
}

/** Gaps of a template stand after the host. */
function isAddress(url: string) {
  return /^https?:\/\/[^/?#{}@\s]+([/?#]|$)/.test(url) && URL.canParse(url)
}
