import type { ApiClient } from '@japa/api-client'
import { officer } from '#tests/support/journey'
import { opened, posted } from '#tests/support/walks/every_form'

/** As the bureau's chief. */
export async function send(client: ApiClient, path: string, fields: Record<string, string> = {}) {
  return posted(client, await officer('sef'), path, fields)
}

/** As the bureau's chief. */
export async function page(client: ApiClient, path: string) {
  return opened(client, await officer('sef'), path)
}
