import env from '#start/env'
import { addressOf } from '#shared/address'

/**
 * Where a petition is looked up, as somebody types it from a paper; null where the setting is
 * missing. Never from the request: whoever sends a `Host` of their own would print it on our paper.
 */
export function lookUpAddress(locale: string) {
  const base = env.get('APP_URL')
  if (!base) return null
  return new URL(addressOf('lookups.create', locale), base).href.replace(/^https?:\/\//, '')
}
