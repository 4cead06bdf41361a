import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPrivateAddress } from './private_network.ts'

/** All addresses of a name, as `dns.lookup` gives them. */
export type Resolve = (
  host: string,
  options: { all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void
) => void

/** A name that leads, or also leads, out of the house. */
class NotPrivate extends Error {
  code = 'NOT_PRIVATE'
}

/**
 * How a socket finds a name: asked anew for each connection, refused where one of the answers is no
 * private address, and connected to what was looked at and to nothing else. A name that answers
 * otherwise the next time (DNS rebinding) leads nowhere.
 */
export function privateLookup(resolve: Resolve = systemLookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { all: true }, (error, addresses) => {
      if (error) return done(error as NodeJS.ErrnoException, [])
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isPrivateAddress(address))) {
        return done(new NotPrivate(), [])
      }
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })
  }
}
