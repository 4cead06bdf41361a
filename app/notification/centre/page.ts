import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'

import { listening } from './listening.ts'
import { pageOf } from './page_html.ts'
import { SCRIPT, STYLE } from './page_style.ts'
import { type ShownMessage } from './telephones.ts'

const SAFE = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** The page with the telephones, on this machine alone, and the same as JSON. */
export class Page {
  private readonly server = createServer((request, response) => this.serve(request, response))

  constructor(private readonly centre: { messages(to?: string): ShownMessage[] }) {}

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
    const url = new URL(request.url ?? '/', 'http://localhost')
    const to = url.searchParams.get('to')?.replace(/\D/g, '') || undefined
    switch (url.pathname) {
      case '/':
        return send(response, 'text/html', pageOf(this.centre.messages(to)))
      case '/messages.json':
        return send(response, 'application/json', JSON.stringify(this.centre.messages(to)))
      case '/centre.css':
        return send(response, 'text/css', STYLE)
      case '/centre.js':
        return send(response, 'text/javascript', SCRIPT)
      default:
        response.writeHead(404, SAFE).end()
    }
  }
}

function send(response: ServerResponse, type: string, body: string) {
  response.writeHead(200, { ...SAFE, 'content-type': `${type}; charset=utf-8` }).end(body)
}
