import { createServer, type RequestListener } from 'node:http'
import { badRequest } from '#exceptions/unreadable_request'

/** Milliseconds. */
export const PATIENCE = {
  /** nginx keeps a connection for 60 s and must be the one that closes it. */
  idle: 65_000,
  /** for a request's head */
  head: 15_000,
  /** for all of a request: a slow sender holds a place meanwhile */
  whole: 30_000,
  /** between two looks for those who are late */
  look: 5_000,
  /** for somebody who was refused to read why, before the line is cut */
  reading: 1_000,
}

/**
 * With two cores nginx may open a few more (install.md). What comes beyond them is closed before it
 * costs memory, and nginx answers with its own page.
 */
const CONNECTIONS = 1500

/** The server of the web process: nobody keeps it waiting for ever. */
export function webServer(handle: RequestListener, patience = PATIENCE) {
  const server = createServer(
    {
      keepAliveTimeout: patience.idle,
      headersTimeout: patience.head,
      requestTimeout: patience.whole,
      connectionsCheckingInterval: patience.look,
    },
    handle
  )
  server.maxConnections = CONNECTIONS
  return server.on('clientError', badRequest(patience.reading))
}
