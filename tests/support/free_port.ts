import { once } from 'node:events'
import { createServer } from 'node:net'
import { randomInt } from 'node:crypto'

/** Below what Linux gives to outgoing connections (from 32768), above what servers are known by. */
const LOWEST = 15_000
const HIGHEST = 32_000

/** One that was given may not be listened on yet; a program that needs several needs different ones. */
const given = new Set<number>()

/**
 * A TCP port of this machine that nobody listens on just now. Not one of the system's choice: those
 * are given to outgoing connections as well, and to the tests of the other database beside us, before
 * the program that was meant to have it listens.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST)
    if (given.has(port)) continue
    const server = createServer()
    try {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      given.add(port)
      return port
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault
    } finally {
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    }
  }
}
