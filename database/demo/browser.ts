import { Agent, request as send, type IncomingMessage } from 'node:http'

export interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: string
  /** bytes of the body as they came over the wire */
  bytes: number
}

/** One person at a browser: one connection kept open, cookies kept. */
export class Browser {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  #cookies = new Map<string, string>()

  constructor(private readonly base: string) {}

  get(path: string, headers: Record<string, string> = {}) {
    return this.#send('GET', path, headers)
  }

  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams(fields).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    return this.#send('POST', path, { ...type, ...headers }, body)
  }

  close() {
    this.#agent.destroy()
  }

  /** As the header says them. */
  get cookies() {
    return [...this.#cookies].map((pair) => pair.join('=')).join('; ')
  }

  #send(method: string, path: string, headers: Record<string, string>, body?: string) {
    const cookie = this.cookies
    return new Promise<Answer>((resolve, reject) => {
      const request = send(new URL(path, this.base), {
        method,
        agent: this.#agent,
        headers: {
          ...headers,
          ...(cookie && { cookie }),
          ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
      })
      // The server closed a connection that lay idle just as it was taken up again: once more, as
      // browsers do. The request never reached anybody.
      const again = (error: NodeJS.ErrnoException) => {
        const idle = request.reusedSocket && error.code === 'ECONNRESET'
        return idle ? resolve(this.#send(method, path, headers, body)) : reject(error)
      }
      request.on('error', again).on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
        response.on('end', () => {
          this.#keep(response.headers['set-cookie'])
          const whole = Buffer.concat(chunks)
          const { statusCode: status = 0 } = response
          resolve({
            status,
            headers: response.headers,
            body: whole.toString(),
            bytes: whole.length,
          })
        })
      })
      request.end(body)
    })
  }

  #keep(cookies: string[] = []) {
    for (const cookie of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      this.#cookies.set(name!, value!)
    }
  }
}
