import env from '#start/env'
import { installation, type Authority } from '#organisation'
import { addressOf } from '#shared/address'

/**
 * Where a petition is looked up, as somebody types it from a paper: at the authority's own host, else
 * as the setting says, below its code where it is not alone; null where the setting is missing. Never
 * from the request: whoever sends a `Host` of their own would print it on our paper.
 */
export async function lookUpAddress(
  { host, code }: Pick<Authority, 'host' | 'code'>,
  locale: string
) {
  const base = env.get('APP_URL')
  if (!base) return null
  const isAlone = (await installation()).alone !== null
  const office = host || isAlone ? null : code
  const address = new URL(addressOf('lookups.create', locale, {}, {}, office), base)
  if (host) address.hostname = host
  return address.href.replace(/^https?:\/\//, '')
}
