import { type SettingsReader } from './settings_reader.ts'
import { isLoopback } from '#shared/network/loopback'

/**
 * Whether a gateway's host is spoken to with TLS: to other machines always, unless the settings say
 * otherwise in so many words. The password and the citizens' numbers and texts travel there.
 *
 * @throws RangeError when nothing is said and the host is another machine
 */
export function wantsTls(host: string, reader: SettingsReader): boolean {
  if (reader.text('TLS') === undefined && !isLoopback(host)) {
    throw reader.refusal('TLS', 'must be true, or false where a VPN keeps the secret')
  }
  return reader.flag('TLS')
}

/** The same for an address. @throws RangeError */
export function checkSecrecy(name: string, url: string, reader: SettingsReader) {
  const isPlain = url.startsWith('http:') && !isLoopback(new URL(url).hostname)
  if (isPlain && reader.choice('TLS', ['true', 'false'], 'true') === 'true') {
    throw reader.refusal(name, 'must begin with https://, unless TLS is set to false')
  }
}
