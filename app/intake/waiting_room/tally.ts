import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { inTurkiye } from '#shared/dates/turkish_date'

/** Up to so many minutes a wait is counted by the minute, a longer one by quarters of an hour. */
const BY_MINUTE = 240
const QUARTER = 15

interface Ticket {
  authorityId: number
  day: string
  takenAt: DateTime
}

/** What is counted of a day: of each ticket what happened to it, once, in the same transaction. */
export const Tally = {
  taken: (ticket: Ticket, trx: TransactionClientContract) => once(ticket, ['taken', 0], trx),

  /** Called for the first time; whoever was not there and is called again has not waited anew. */
  called(ticket: Ticket, at: DateTime, trx: TransactionClientContract) {
    const minutes = Math.round(at.diff(ticket.takenAt, 'minutes').minutes)
    const long = Math.round(minutes / QUARTER) * QUARTER
    return once(ticket, ['wait', Math.max(0, minutes <= BY_MINUTE ? minutes : long)], trx)
  },

  served(ticket: Ticket, at: DateTime, trx: TransactionClientContract) {
    return once(ticket, ['served', inTurkiye(at).hour], trx)
  },

  absent: (ticket: Ticket, trx: TransactionClientContract) => once(ticket, ['absent', 0], trx),
}

async function once(
  { authorityId, day }: Ticket,
  [what, value]: [what: string, value: number],
  trx: TransactionClientContract
) {
  const row = { authority_id: authorityId, day, what, value, times: 1 }
  const insert = trx.insertQuery().table('queue_tallies').insert(row)
  const key = ['authority_id', 'day', 'what', 'value']
  await insert.knexQuery
    .onConflict(key)
    .merge({ times: trx.knexRawQuery('queue_tallies.times + 1') })
}
