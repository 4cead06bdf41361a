import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'
import type { TestContext } from '@japa/runner/core'
import { forgetProposed } from '../../../app/response/assisting/in_use.ts'
import assistant, { type AssistantSettings } from '#config/assistant'

/** One request as the stand-in saw it. */
interface Seen {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

type Behaviour = (response: ServerResponse, seen: Seen) => void | Promise<void>

/** A server of the test's own on this machine that speaks as a model's does, or otherwise. */
export class StandIn {
  /** Named as the house's own, until the test ends. */
  static async open(
    { cleanup }: Pick<TestContext, 'cleanup'>,
    about: Partial<AssistantSettings> = {}
  ) {
    const one = new StandIn()
    one.#server.listen(0, '127.0.0.1')
    await once(one.#server, 'listening')
    const { port } = one.#server.address() as AddressInfo
    const before = assistant.settings
    one.settings = {
      ...{
        origin: new URL(`http://127.0.0.1:${port}`),
        model: 'yerel-model',
        key: 'gizli-anahtar',
      },
      // A machine that does much else is no slow model: what is to be slow says so.
      ...{ seconds: 30, ...about },
    }
    assistant.settings = one.settings
    forgetProposed()
    cleanup(async () => {
      assistant.settings = before
      forgetProposed()
      await one.close()
    })
    return one
  }

  settings!: AssistantSettings
  readonly seen: Seen[] = []
  behaves: Behaviour = writes('Başvurunuz birimimizde incelendi ve size bilgi verilecek.')

  readonly #server = createServer((request, response) => void this.#serve(request, response))

  /** Nobody answers at this address any more. */
  async close() {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** All words that ever came here, without the marks between which they stood. */
  get heard() {
    const bodies = this.seen.map(({ body }) => body)
    return bodies.join('\n').replace(/\b[\da-f]{18}\b/g, '')
  }

  async #serve(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', url = '', headers } = request
    const seen = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') }
    this.seen.push(seen)
    await this.behaves(response, seen)
  }
}

/** Says this, with this status. */
export function says(
  status: number,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' }
): Behaviour {
  return (response) => void response.writeHead(status, headers).end(body)
}

/** Writes these words as a model does. */
export function writes(text: string, finish = 'stop') {
  return says(200, completion(text, finish))
}

/** The same a few octets at a time, in the middle of letters too. */
export function writesInPieces(text: string, octets = 7): Behaviour {
  return async (response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    const all = Buffer.from(completion(text, 'stop'))
    for (let at = 0; at < all.length; at += octets) {
      response.write(all.subarray(at, at + octets))
      await rest(0)
    }
    response.end()
  }
}

/** Begins an answer and never ends it. */
export const stalls: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":[')
}

/** Takes the request and says nothing at all. */
export const keepsSilent: Behaviour = () => {}

/** Hangs up in the middle of an answer. */
export const hangsUp: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
  response.write('{"choices":', () => response.destroy())
}

export function completion(content: unknown, finish = 'stop') {
  return JSON.stringify({
    choices: [{ message: { role: 'assistant', content }, finish_reason: finish }],
  })
}
