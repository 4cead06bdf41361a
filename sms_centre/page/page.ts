import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'

import { listening } from '../listening.ts'
import { pageOf } from './page_html.ts'
import { SCRIPT, STYLE } from './page_style.ts'
import { type CentreFigures } from '../figures.ts'
import { type Arrival, type ShownMessage } from '../telephones.ts'

const SAFE = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** A rehearsal with ten thousand messages must not choke the page that refreshes itself. */
const MOST_SHOWN = 200

/** What the page asks of its centre. */
interface Shown {
  figures: CentreFigures
  /** How many the telephones show altogether. */
  count: number
  /** Oldest first; of many, the last so many. */
  messages(to?: string, last?: number): ShownMessage[]
  arrivals(): Arrival[]
}

/** The page with the telephones, on this machine alone, and the same and its figures as JSON. */
export class Page {
  private readonly server = createServer((request, response) => this.serve(request, response))

  constructor(private readonly centre: Shown) {}

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  start(port: number): Promise<void> {
    return listening(this.server, port)
  }

  async stop() {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private serve(request: IncomingMessage, response: ServerResponse) {
    const url = URL.parse(request.url ?? '/', 'http://localhost')
    // A page of another site that calls itself by another name here reads nothing.
    const isHere = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')
    if (!url || !isHere) return void response.writeHead(400, SAFE).end()
    const to = url.searchParams.get('to')?.replace(/\D/g, '') || undefined
    switch (url.pathname) {
      case '/':
        return send(response, 'text/html', this.page(to))
      case '/messages.json':
        return send(response, 'application/json', JSON.stringify(this.centre.messages(to)))
      case '/arrivals.json':
        return send(response, 'application/json', JSON.stringify(this.centre.arrivals()))
      case '/figures.json':
        return send(response, 'application/json', JSON.stringify(this.centre.figures))
      case '/centre.css':
        return send(response, 'text/css', STYLE)
      case '/centre.js':
        return send(response, 'text/javascript', SCRIPT)
      default:
        response.writeHead(404, SAFE).end()
    }
  }

  private page(to?: string): string {
    const count = to ? this.centre.messages(to).length : this.centre.count
    return pageOf(this.centre.messages(to, MOST_SHOWN), count)
  }
}

function send(response: ServerResponse, type: string, body: string) {
  response.writeHead(200, { ...SAFE, 'content-type': `${type}; charset=utf-8` }).end(body)
}
