import db from '@adonisjs/lucid/services/db'
import type { MessageSchema } from '#database/schema'

/** The unique key, in whose order a petition's messages are read. */
export const IN_ORDER = ['petition_id', 'step_id', 'event', 'recipient_index', 'version'] as const
const KEY = IN_ORDER.slice(1)

/** What comes before a message in the order of the unique key, so that each database seeks to it. */
export function beforeMessage(
  { stepId, event, recipientIndex, version }: MessageSchema,
  query: Narrowed
) {
  const values = [stepId!, event, recipientIndex, version]
  if (db.connection().dialect.name !== 'mysql') {
    return query.whereRaw(`(${KEY.join(', ')}) < (?, ?, ?, ?)`, values)
  }
  const same = (at: number) => KEY.slice(0, at).map((one) => `${one} = ?`)
  const ties = KEY.map((one, at) => `(${[...same(at), `${one} < ?`].join(' and ')})`)
  return query.whereRaw(
    `(${ties.join(' or ')})`,
    KEY.flatMap((_, at) => values.slice(0, at + 1))
  )
}

interface Narrowed {
  whereRaw(sql: string, values: (string | number)[]): unknown
}
