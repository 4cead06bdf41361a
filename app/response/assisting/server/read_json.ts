import type { IncomingMessage } from 'node:http'

/** Octets: some pages of text, and what a server says around them. */
const LONGEST = 128 * 1024

/**
 * What a server answered, if it is JSON and no longer than it may be.
 *
 * @throws Error for any status but 200, another type, too much, or what is cut short
 */
export async function readJson(response: IncomingMessage): Promise<unknown> {
  const { 'content-type': type = '', 'content-encoding': packed } = response.headers
  const isJson = /^application\/json(?:\s*;|$)/i.test(type) && (packed ?? 'identity') === 'identity'
  if (response.statusCode !== 200 || !isJson) throw new Error('another answer')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST) throw new Error('too long')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
