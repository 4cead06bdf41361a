import { isIP, connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

import { Broken, type Fault } from './fault.ts'

/** Where somebody listens. */
export interface Address {
  host: string
  port: number
  /** TLS, verified against the usual authorities or, with `ca`, against that one alone. */
  tls?: { ca?: string | Buffer }
}

/**
 * A connection over TCP or TLS.
 * @param within in milliseconds
 * @throws Error when nobody answers, TLS does not trust who does, or `signal` calls it off
 */
export function opened(address: Address, within: number, signal: AbortSignal): Promise<Socket> {
  const socket = dial(address)
  return new Promise((resolve, reject) => {
    const giveUp = (kind: Fault['kind']) => socket.destroy(new Broken({ kind }))
    const timer = setTimeout(giveUp, within, 'connect_timeout')
    const stop = () => giveUp('drained')
    signal.addEventListener('abort', stop)
    const decided = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
    socket.once(address.tls ? 'secureConnect' : 'connect', () => {
      decided()
      resolve(socket)
    })
    socket.on('error', reject)
    socket.once('close', decided)
  })
}

function dial({ host, port, tls }: Address): Socket {
  if (!tls) return connectPlain({ host, port })
  return connectTls({ host, port, ca: tls.ca, servername: isIP(host) ? '' : host })
}
