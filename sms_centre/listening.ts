import { type Server } from 'node:net'

/** Listens on this machine alone; resolves when it does. */
export function listening(server: Pick<Server, 'listen' | 'once'>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}
