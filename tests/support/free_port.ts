import { createServer, type AddressInfo } from 'node:net'

/** A TCP port of this machine that nobody listens on just now. */
export async function freePort() {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server = createServer().once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    server.close(() => resolve(port))
  })
  return promise
}
