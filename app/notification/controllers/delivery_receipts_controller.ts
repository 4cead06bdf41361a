import type { IncomingMessage } from 'node:http'
import { Exception } from '@adonisjs/core/exceptions'
import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#shared/not_found'
import { Webhooks } from '../receipts/webhooks.ts'
import { parseJson } from '#sms'

/** Hundreds of reports; what is longer is nobody's report. */
const LONGEST = 256 * 1024

/**
 * İletim raporları: where companies tell what became of messages, by GET or POST as each of them does.
 * Nothing of a call is read before its secret and its address are right; a stranger finds an address
 * that does not exist.
 */
@inject()
export default class DeliveryReceiptsController {
  constructor(private readonly webhooks: Webhooks) {}

  /** Answers when the reports are committed: a company that hears nothing tells again. */
  async store(ctx: HttpContext) {
    const { request, response, params } = ctx
    const webhook = this.webhooks.open(params.gateway, params.secret, request.ip())
    if (!webhook) return notFound(ctx)

    const isPost = request.method() === 'POST'
    const said = isPost ? understood(await read(request.request)) : request.qs()
    const isUnderstood = await webhook.take(said)
    response.header('cache-control', 'no-store').type('text/plain; charset=utf-8')
    return isUnderstood ? response.ok('OK') : response.badRequest('not understood')
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > LONGEST) throw new Exception('', { status: 413 })
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** JSON or a form, by what it looks like: not every company says it rightly. */
function understood(body: string): unknown {
  if (!/^\s*[[{]/.test(body)) return Object.fromEntries(new URLSearchParams(body))
  try {
    return parseJson(body)
  } catch {
    return null
  }
}
