import { Remembered } from '#shared/remembered'
import { Host } from './host.ts'
import { Authority } from './models/authority.ts'

/** Before authority:create: our fault, and no page that is missing. */
class NoAuthority extends Error {
  readonly code = 'E_NO_AUTHORITY'
}

/** Several authorities stand here, and the name by which the server was asked is none's. */
export class NobodysHost extends Error {
  readonly status = 404
}

/** Read as seldom as a catalogue, so that a citizen's page asks the database nothing. */
const known = new Remembered(() => Authority.query().orderBy('id'))

export function authorities() {
  return known.get()
}

/**
 * Whose pages are asked for. The only authority's are, by whatever name the server was asked; of
 * several the one's whose `host` it is, with any port.
 *
 * @throws NobodysHost; NoAuthority when there is none at all
 */
export async function authorityAt(hostname: string | null): Promise<Authority> {
  const all = await known.get()
  const [first, ...others] = all
  if (!first) throw new NoAuthority()
  if (others.length === 0) return first
  const name = Host.parse(hostname ?? '')
  const asked = all.find(({ host }) => name !== null && host === name)
  if (!asked) throw new NobodysHost()
  return asked
}

/** To be called after a change to any of these rows. */
export function forgetHosts() {
  known.forget()
}
