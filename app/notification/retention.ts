import { type Retention } from '#shared/database/retention'

/**
 * A message goes with its parts and its calls; what is still somebody's task stays. Parts and receipts
 * are of use until the last receipt has come. Whether a petitioner has heard of something is read
 * from the steps: a message that is no more cannot be told a second time.
 */
export const NOTIFICATION_RETENTION: Retention[] = [
  {
    table: 'messages',
    at: 'created_at',
    after: 'messages',
    only: (old) => void old.whereNotNull('final_at').whereNull('missed_at'),
    async along(ids, trx) {
      await trx.from('messages').select('id').whereIn('id', ids).orderBy('id').forUpdate()
      await trx.from('message_parts').whereIn('message_id', ids).delete()
      await trx.from('calls').whereIn('message_id', ids).delete()
    },
  },
  { table: 'message_parts', at: 'sent_at', after: 'receipts' },
  {
    table: 'delivery_receipts',
    at: 'received_at',
    after: 'receipts',
    only: (old) => void old.whereNull('next_at'),
  },
  { table: 'daily_sendings', key: 'day', at: 'day', as: 'day', after: 'receipts' },
  { table: 'digests', at: 'day', as: 'day', after: 'receipts' },
  { table: 'gateway_reports', key: 'gateway', at: 'reported_at', after: 'receipts' },
  { table: 'gateway_leases', key: 'gateway', at: 'until', after: 'receipts' },
  { table: 'gateway_pauses', keeps: 'who stopped the texts, and when' },
  { table: 'message_templates', keeps: 'what was told at any time' },
  { table: 'silences', keeps: 'in force until somebody lifts it' },
  { table: 'calls', keeps: 'goes with its message' },
  { table: 'paper_wishes', keeps: 'the petition’s own' },
  { table: 'posted_letters', keeps: 'the petition’s own' },
]
