import { connect } from 'node:net'

/** Asks as no browser and no client would: with whatever stands in these headers, and any path. */
export function rawRequest(
  path: string,
  headers: string[]
): Promise<{ status: number; text: string }> {
  const lines = [`GET ${path} HTTP/1.1`, ...headers, 'Connection: close', '', '']
  return new Promise((resolve, reject) => {
    const socket = connect(Number(process.env.PORT), process.env.HOST)
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(Buffer.from(chunk))).on('error', reject)
    socket.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), text })
    })
    socket.write(lines.join('\r\n'))
  })
}
