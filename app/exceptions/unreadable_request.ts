import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

const page = readFileSync(new URL('../../public/hata/400.html', import.meta.url))
const TYPE = 'text/html; charset=utf-8'

/** An address that means nothing (/%ff), which the framework refuses before there is a page. */
export function badAddress(_request: IncomingMessage, response: ServerResponse) {
  response.writeHead(400, { 'content-type': TYPE, 'x-content-type-options': 'nosniff' }).end(page)
}

const STATUS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/**
 * What is no HTTP, too long or too late to be read: Node refuses it before the framework hears of it,
 * or while a form is being read, which goes on waiting for the rest until the line is cut.
 *
 * @param linger milliseconds in which the page can be read; one who closes only his own half, or
 *   reads nothing, would keep the line open for ever
 */
export function badRequest(linger: number) {
  return ({ code }: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable || code === 'ECONNRESET') return void socket.destroy()
    const head = [`HTTP/1.1 ${STATUS[code ?? ''] ?? '400 Bad Request'}`, 'Connection: close']
    socket.end(`${[...head, `Content-Type: ${TYPE}`].join('\r\n')}\r\n\r\n${page}`)
    setTimeout(() => socket.destroy(), linger).unref()
  }
}
