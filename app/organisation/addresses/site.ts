import env from '#start/env'
import { Remembered } from '#shared/remembered'
import { Host } from './host.ts'
import { Installation } from './installation.ts'
import { Authority } from '../models/authority.ts'

/** Where a page stands: at one authority, or at the address that the offices of a province share. */
export interface Site {
  /** Null on the province's own page. */
  authority: Authority | null
  /** The authority's code, where the address names it: /edremit. */
  code: string | null
  installation: Installation
}

/** Before authority:create: our fault, and no page that is missing. */
class NoAuthority extends Error {
  readonly code = 'E_NO_AUTHORITY'
}

/** Several authorities stand here, and the server was asked by a name that nobody gave it (RFC 9110, 15.5.20). */
export class UnknownHost extends Error {
  readonly status = 421
}

/** Read as seldom as a catalogue, so that a citizen's page asks the database nothing. */
const known = new Remembered(async () => new Installation(await Authority.whole()))

/** @param including an authority that may have been entered a moment ago, by another process */
export async function installation(including?: number) {
  const all = await known.get()
  if (including === undefined || all.byId(including)) return all
  known.forget()
  return known.get()
}

export async function authorities() {
  return (await known.get()).authorities
}

/**
 * Whose pages are asked for. The only authority's are, by whatever name the server was asked. Of
 * several an authority's code in the address names it, at every name of the installation; else the
 * `host` is the authority's own, or the shared one, of the province's page.
 *
 * @param code as it stands in the address, be it somebody's or nobody's
 * @throws UnknownHost; NoAuthority when there is none at all
 */
export async function siteAt(hostname: string | null, code: string | null): Promise<Site> {
  const all = await known.get()
  if (all.authorities.length === 0) throw new NoAuthority()
  if (all.alone) return { authority: all.alone, code: null, installation: all }
  const name = Host.parse(hostname ?? '')
  const own = all.authorities.find(({ host }) => name !== null && host === name)
  if (!own && !isShared(name, all)) throw new UnknownHost()
  const named = all.byCode(code)
  if (named) return { authority: named, code: named.code, installation: all }
  return { authority: own ?? null, code: null, installation: all }
}

/** To be called after a change to any of these rows. */
export function forgetSites() {
  known.forget()
}

/** The name of APP_URL; where that is missing any name, as long as somebody has none of his own. */
function isShared(name: string | null, { authorities: all }: Installation) {
  const base = env.get('APP_URL')
  if (!base) return all.some(({ host }) => host === null)
  return name !== null && name === Host.parse(new URL(base).hostname)
}
