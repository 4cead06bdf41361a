import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as tlsRequest } from 'node:https'

import { Broken, faultOf, type Fault } from '../flow/fault.ts'
import { opened } from '../flow/opened.ts'

/** One request as it is sent. The URL may hold a password: it is never logged. */
export interface HttpRequest {
  method: string
  url: URL
  headers?: Record<string, string>
  body?: string
}

/** What became of one request. */
export type Exchange =
  | { kind: 'answered'; answer: Answer }
  /** Nothing of it left this machine: nobody was there, or nobody whom we trust. */
  | { kind: 'unsent'; fault: Fault }
  /** It may have been read, and no whole answer came: nobody can know. */
  | { kind: 'ambiguous'; fault: Fault }

export interface Answer {
  status: number
  body: string
  /** Milliseconds, where the other side says when to come again. */
  retryAfter: number | null
}

/** All in milliseconds. */
export interface ExchangeTimes {
  connect: number
  /** From the connection to the end of the answer. */
  response: number
}

/** More than any company has to say. */
const LONGEST = 64 * 1024

/**
 * Speaks HTTP with one host, each time over a new connection: one that was kept may be closing just
 * when the next text is written into it, and nobody could say what became of that. Follows no
 * redirect: an address that has moved is a wrong setting.
 */
export class HttpClient {
  /** @param ca the only authority that is trusted, where it is not one of the usual */
  constructor(
    private readonly origin: URL,
    private readonly times: ExchangeTimes,
    private readonly ca?: string | Buffer
  ) {}

  /** Never rejects. */
  ask({ method, url, headers, body }: HttpRequest, signal: AbortSignal): Promise<Exchange> {
    const { promise, resolve } = Promise.withResolvers<Exchange>()
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const send = this.isTls ? tlsRequest : plainRequest
    const fresh = { agent: false, ca: this.ca } as const
    const asked = send(url, { method, headers: { ...headers, ...length }, ...fresh })
    let isWritten = false
    let isAnswering = false

    const giveUp = (kind: Fault['kind']) => asked.destroy(new Broken({ kind }))
    let timer = setTimeout(giveUp, this.times.connect, 'connect_timeout')
    const stop = () => giveUp('drained')
    signal.addEventListener('abort', stop)
    const decide = (exchange: Exchange) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve(exchange)
    }

    // Before that nothing is written: the request waits in this process for the connection.
    asked.on('socket', (socket) => {
      socket.once(this.isTls ? 'secureConnect' : 'connect', () => {
        isWritten = true
        clearTimeout(timer)
        timer = setTimeout(giveUp, this.times.response, 'no_answer_in_time')
      })
    })
    asked.on('response', (response) => {
      isAnswering = true
      read(response).then(
        (answer) => decide({ kind: 'answered', answer }),
        (error) => decide({ kind: 'ambiguous', fault: faultOf(error) })
      )
    })
    // Whoever wants to speak something else than HTTP has not answered.
    asked.on('upgrade', () => giveUp('answer_of_another_protocol'))
    // It may be closed or broken before its answer is read to the end; then the reading decides.
    const lost = (fault: Fault) => {
      if (!isAnswering) decide({ kind: isWritten ? 'ambiguous' : 'unsent', fault })
    }
    asked.on('close', () => lost({ kind: 'closed' }))
    asked.on('error', (error) => lost(faultOf(error)))
    asked.end(body)
    return promise
  }

  /** Whether somebody trustworthy is there at all; resolves with what is wrong, or null. */
  async reach(signal: AbortSignal): Promise<Fault | null> {
    const host = this.origin.hostname.replace(/^\[|\]$/g, '')
    const port = Number(this.origin.port) || (this.isTls ? 443 : 80)
    const address = { host, port, tls: this.isTls ? { ca: this.ca } : undefined }
    try {
      const socket = await opened(address, this.times.connect, signal)
      socket.destroy()
      return null
    } catch (error) {
      return faultOf(error)
    }
  }

  private get isTls() {
    return this.origin.protocol === 'https:'
  }
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > LONGEST) break
  }
  const body = Buffer.concat(chunks).subarray(0, LONGEST).toString('utf8')
  const retryAfter = retryAfterOf(response.headers['retry-after'])
  return { status: response.statusCode ?? 0, body, retryAfter }
}

/** Seconds, or a date (RFC 9110 §10.2.3); a minute at most, for the next gateway stands by. */
function retryAfterOf(header?: string): number | null {
  if (!header) return null
  const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now()
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), 60_000)
}
