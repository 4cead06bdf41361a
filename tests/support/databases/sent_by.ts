import db from '@adonisjs/lucid/services/db'
import type { Sent } from './plans.js'

/** Each sort of statement that is sent while `work` runs, once, with its values. */
export async function sentBy(work: () => Promise<unknown>) {
  const sent = new Map<string, Sent>()
  const hear = ({ sql, bindings }: Sent) => void sent.set(sql, { sql, bindings: bindings ?? [] })
  const client = db.connection().getReadClient()
  client.on('query', hear)
  await work()
  client.off('query', hear)
  return [...sent.values()]
}
