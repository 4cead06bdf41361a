import env from '#start/env'
import type { Authority } from '#organisation'
import { addressOf } from '#shared/address'

/**
 * Where a petition is looked up, as somebody types it from a paper: at the authority's own host, else
 * as the setting says; null where that is missing. Never from the request: whoever sends a `Host` of
 * their own would print it on our paper.
 */
export function lookUpAddress({ host }: Pick<Authority, 'host'>, locale: string) {
  const base = env.get('APP_URL')
  if (!base) return null
  const address = new URL(addressOf('lookups.create', locale), base)
  if (host) address.hostname = host
  return address.href.replace(/^https?:\/\//, '')
}
