import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { type TestContext } from '@japa/runner/core'

import type { Outcome, Sms } from '../../../app/sms/gateway.ts'
import { HttpGateway, type HttpSettings } from '../../../app/sms/gateways/http.ts'
import type { HttpPart } from '../../../app/sms/http/session.ts'
import type { SessionGateway } from '../../../app/sms/gateways/session_gateway.ts'
import type { Log } from '../../../app/sms/log.ts'
import type { HttpTimes } from '../../../app/sms/http/session.ts'
import { HEARD, listenTo, ring } from './happened.ts'
import { sendThrough } from './sender.ts'

type Cleanup = Pick<TestContext, 'cleanup'>

/** One request as the company saw it. */
export interface Seen {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

/** What the company does with a request; without one it says yes. */
export type Behaviour = (seen: Seen, response: ServerResponse, socket: Socket) => void

/** An SMS company of the test's own, on this machine. */
export class Company {
  static async open({ cleanup }: Cleanup, tls?: { key: string; cert: string }) {
    const company = new Company(tls)
    company.server.listen(0, '127.0.0.1')
    await once(company.server, 'listening')
    company.port = (company.server.address() as AddressInfo).port
    cleanup(() => company.close())
    return company
  }

  port = 0
  connections = 0
  readonly seen: Seen[] = []
  /** For the next requests, one each; afterwards `always`. */
  readonly next: Behaviour[] = []
  always: Behaviour = yes

  private readonly server

  private constructor(private readonly tls?: { key: string; cert: string }) {
    const serve = (request: IncomingMessage, response: ServerResponse) => {
      void this.serve(request, response)
    }
    this.server = tls ? createTlsServer(tls, serve) : createServer(serve)
    this.server.on('connection', () => (this.connections += 1))
  }

  get url() {
    return `http${this.tls ? 's' : ''}://127.0.0.1:${this.port}/send`
  }

  get bodies(): any[] {
    return this.seen.map(({ body }) => JSON.parse(body))
  }

  /** Nobody answers at this address any more. */
  async close() {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  /** The same company again, where it was. */
  async reopen() {
    this.server.listen(this.port, '127.0.0.1')
    await once(this.server, 'listening')
  }

  private async serve(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString('utf8')
    const { method = '', url = '', headers, socket } = request
    const seen = { method, url, headers, body }
    this.seen.push(seen)
    const behave = this.next.shift() ?? this.always
    behave(seen, response, socket)
    ring()
  }
}

/** Says this, with this status. */
export function says(status: number, body = '', headers: Record<string, string> = {}): Behaviour {
  return (_, response) => response.writeHead(status, headers).end(body)
}

let lastId = 0

export const yes: Behaviour = (_, response) => {
  lastId += 1
  response.writeHead(200).end(JSON.stringify({ code: '00', jobid: `job${lastId}` }))
}

/** Quick enough for a test, in the order of the real ones. */
export const QUICK_HTTP: Partial<HttpTimes> = {
  connect: 2_000,
  response: 1_500,
  backOff: { first: 5, last: 20 },
  throttle: { first: 10, last: 20 },
  drain: 500,
}

const TEMPLATE = {
  method: 'POST',
  headers: { authorization: 'Basic {basic}' },
  type: 'json',
  body: '{"msg":"{text}","no":"{national}","from":"{sender}","ref":"{id}"}',
  username: 'acikkapi',
  password: 'gizli-parola',
  sender: 'ACIKKAPI',
  alphabet: 'single',
  patterns: {
    configuration: /"code":"(30)"/,
    throttled: /"code":"(80)"/,
    permanent: /"code":"(20)"/,
    success: /^200 .*"code":"00"/,
    temporary: /"code":"(\w+)"/,
  },
  idPath: 'jobid',
} satisfies Partial<HttpSettings>

export function gatewayOver(
  { url }: { url: string },
  settings: Partial<HttpSettings> = {},
  log: Log = HEARD
) {
  const times = { ...QUICK_HTTP, ...settings.times }
  return new HttpGateway({ name: 'firma', url, ...TEMPLATE, ...settings, times }, log)
}

/** A gateway over HTTP that knows what became of everything it was given. */
export class Client {
  static of(company: { url: string }, context: Cleanup, settings: Partial<HttpSettings> = {}) {
    return Client.with(gatewayOver(company, settings), context)
  }

  static with(gateway: SessionGateway<HttpPart>, { cleanup }: Cleanup) {
    const client = new Client(gateway)
    listenTo(gateway)
    gateway.start()
    cleanup(() => gateway.drain())
    return client
  }

  readonly outcomes: Outcome[] = []

  private constructor(readonly gateway: SessionGateway<HttpPart>) {}

  /** Waits for room, sends, and gives the outcome. */
  send(text: string, sms: Partial<Sms> = {}): Promise<Outcome> {
    return sendThrough(this.gateway, { text, ...sms }, this.outcomes)
  }
}
