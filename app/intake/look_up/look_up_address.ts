import env from '#start/env'
import { installation, type Authority } from '#organisation'
import { addressOf } from '#shared/address'

/**
 * Where a petition is looked up, as somebody types it from a paper: at the authority's own host, else
 * as the setting says, below its code where it is not alone; null where the setting is missing. Never
 * from the request: whoever sends a `Host` of their own would print it on our paper.
 */
export async function lookUpAddress(authority: Placed, locale: string) {
  const address = await outsideAddress(authority, 'lookups.create', locale)
  return address && address.href.replace(/^https?:\/\//, '')
}

type Placed = Pick<Authority, 'host' | 'code'>

/** The same of any of the citizens' pages, whole. */
export async function outsideAddress(
  { host, code }: Placed,
  page: string,
  locale: string,
  params: Record<string, string> = {}
) {
  const base = env.get('APP_URL')
  if (!base) return null
  const isAlone = (await installation()).alone !== null
  const office = host || isAlone ? null : code
  const address = new URL(addressOf(page, locale, params, {}, office), base)
  if (host) address.hostname = host
  return address
}
